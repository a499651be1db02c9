"""Points in time as text, always in UTC and marked as such. Pure.

They are in seconds since the epoch. All output uses the same clock, so that two times can be
compared without knowing their time zones.
"""

from __future__ import annotations

import time

DAY = 86_400


def iso(moment: float) -> str:
    """Return a point in time in ISO 8601: "2027-01-15T08:00:00Z"."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))


def date(moment: float) -> str:
    """Return the day: "2027-01-15"."""
    return time.strftime("%Y-%m-%d", time.gmtime(moment))


def how_it_ends(moment: float, now: float) -> str:
    """Say when something expires or has: "expires in 5 days", "expired less than a day ago"."""
    ends, before, after = ("expired", "", " ago") if moment < now else ("expires", "in ", "")
    days = int(abs(moment - now) // DAY)
    if not days:
        return f"{ends} {before}less than a day{after}, at {iso(moment)}"
    return f"{ends} {before}{days} day{'' if days == 1 else 's'}{after}"


def days_until(moment: float, now: float) -> int:
    """Return how many calendar days ahead a date is: 0 is today, negative is past."""
    return int(moment // DAY - now // DAY)


def how_a_day_ends(moment: float, now: float) -> str:
    """Say the same about something that expires on the day that begins at this moment, at an
    unknown time.
    """
    days = days_until(moment, now)
    if days == 0:
        return "expires today"
    if abs(days) == 1:
        return f"{'expires tomorrow' if days > 0 else 'expired yesterday'}, on {date(moment)}"
    told = f"expires in {days} days" if days > 0 else f"expired {-days} days ago"
    return f"{told}, on {date(moment)}"
