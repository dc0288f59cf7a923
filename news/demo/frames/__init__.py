"""Every story frame, grouped by what it is about."""

from news.demo.frame import Frame
from news.demo.frames import (
    counters,
    families,
    harmony,
    madrasah,
    nature,
    notices,
    office,
    outreach,
    penyuluh,
    pilgrimage,
    pupils,
    zakat_waqf,
)

FRAMES: tuple[Frame, ...] = (
    *counters.FRAMES,
    *outreach.FRAMES,
    *families.FRAMES,
    *penyuluh.FRAMES,
    *madrasah.FRAMES,
    *pupils.FRAMES,
    *zakat_waqf.FRAMES,
    *pilgrimage.FRAMES,
    *harmony.FRAMES,
    *nature.FRAMES,
    *office.FRAMES,
    *notices.FRAMES,
)
