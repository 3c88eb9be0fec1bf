"""Names → canonical names and division codes."""

from kg.register.names import Named, Register, bodies_in, register_for

__all__ = ["Named", "Register", "bodies_in", "register_for"]
