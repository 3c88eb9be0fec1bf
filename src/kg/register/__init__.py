"""Names → canonical names and division codes."""

from kg.register.divisions import geography
from kg.register.names import Named, Register, bodies_in, departments, is_group, is_registered, register_for

__all__ = ["Named", "Register", "bodies_in", "departments", "geography", "is_group", "is_registered", "register_for"]
