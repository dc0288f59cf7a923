"""Parts of addresses: years, months and days in two digits, numbers that the database can hold."""

from django.urls import register_converter

YEARS = (1900, 2099)


class YearConverter:
    regex = "(?:19|20)[0-9]{2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04d}"


class TwoDigitConverter:
    regex = "[0-9]{1,2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:02d}"


class IdConverter:
    """An article's number: at most what the database can hold."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(YearConverter, "year")
register_converter(TwoDigitConverter, "dd")
register_converter(IdConverter, "id")
