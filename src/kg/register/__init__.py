"""Names → canonical names and division codes."""

from kg.register.divisions import geography
from kg.register.document import addressed, introduced, levelled, shortened, tailed
from kg.register.groups import is_group
from kg.register.identity import one_name
from kg.register.names import Named, Register
from kg.register.speaking import bodies_in, first_of_joint, register_for
from kg.register.standard import central, departments, is_registered
from kg.register.unsigned import speaks_unsigned

__all__ = [
    "Named",
    "Register",
    "addressed",
    "bodies_in",
    "central",
    "departments",
    "first_of_joint",
    "geography",
    "introduced",
    "is_group",
    "is_registered",
    "levelled",
    "one_name",
    "register_for",
    "shortened",
    "speaks_unsigned",
    "tailed",
]
