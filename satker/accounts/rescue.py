"""What the regional team can do for an officer who cannot get in: a new account, a lost password or phone."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator

from satker.models import Officer


def password_link(officer: Officer) -> str:
    """Return the address at which the officer chooses a password: it works once and for three days."""
    key = default_token_generator.make_token(officer)
    return get_adapter().get_reset_password_from_key_url(f"{user_pk_to_url_str(officer)}-{key}")


def second_factors(officer: Officer) -> int:
    """Return how many apps, keys and sets of recovery codes guard the account."""
    return Authenticator.objects.filter(user=officer).count()


def drop_second_factors(officer: Officer) -> None:
    """Let the password alone open the account again."""
    Authenticator.objects.filter(user=officer).delete()
