"""Names → canonical names and division codes."""

from kg.register.names import Named, Register, register_for

__all__ = ["Named", "Register", "register_for"]
