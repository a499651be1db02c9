"""Points in time, written down: always in UTC, and saying so. Pure.

They are in seconds since the epoch. One clock for all that is printed, so that whoever
compares two times need not know whose time zone each is in.
"""

from __future__ import annotations

import time

DAY = 86_400


def iso(moment: float) -> str:
    """The one form (ISO 8601): "2027-01-15T08:00:00Z"."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))


def date(moment: float) -> str:
    """The day: "2027-01-15"."""
    return time.strftime("%Y-%m-%d", time.gmtime(moment))


def how_it_ends(moment: float, now: float) -> str:
    """Say when something ends, or did: "expires in 5 days", "expired less than a day ago, ..."."""
    ends, before, after = ("expired", "", " ago") if moment < now else ("expires", "in ", "")
    days = int(abs(moment - now) // DAY)
    if not days:
        return f"{ends} {before}less than a day{after}, at {iso(moment)}"
    return f"{ends} {before}{days} day{'' if days == 1 else 's'}{after}"


def days_until(moment: float, now: float) -> int:
    """How many days a date is ahead on the calendar: 0 is today, negative is past."""
    return int(moment // DAY - now // DAY)


def how_a_day_ends(moment: float, now: float) -> str:
    """The same of something that is known to end on a day, which begins at this moment: at
    what time of the day it ends is not known.
    """
    days = days_until(moment, now)
    if days == 0:
        return "expires today"
    if abs(days) == 1:
        return f"{'expires tomorrow' if days > 0 else 'expired yesterday'}, on {date(moment)}"
    told = f"expires in {days} days" if days > 0 else f"expired {-days} days ago"
    return f"{told}, on {date(moment)}"
