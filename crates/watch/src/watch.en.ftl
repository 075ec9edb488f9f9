# Series of figures: kinds of count.
watch-kind-count = in all
watch-kind-new = new
watch-kind-recovered = recovered bodies
watch-kind-died-of-wounds = died of wounds
watch-kind-added-late = added late
watch-kind-corrected = corrected
watch-kind-total = running total
watch-kind-stock = at the time

# Windows.
watch-window-before = { $hours ->
    [one] in the hour before the report of { $date }
   *[other] in the { $hours_d } hours before the report of { $date }
}
watch-window-day = on { $date }
watch-window-between = from { $from } to { $to }
watch-window-since = since { $from }, up to the report of { $date }
watch-window-whole = since the beginning, up to the report of { $date }
watch-window-as-of = as of { $date }
watch-window-unstated = over a time that the report of { $date } does not state

# Figures.
watch-figure-before = { $hours ->
    [one] { $amount } { $counted }, { $kind }, in the hour before the report of { $date }
   *[other] { $amount } { $counted }, { $kind }, in the { $hours_d } hours before the report of { $date }
}
watch-figure-day = { $amount } { $counted }, { $kind }, on { $date }
watch-figure-between = { $amount } { $counted }, { $kind }, from { $from } to { $to }
watch-figure-since = { $amount } { $counted }, { $kind }, since { $from }, up to the report of { $date }
watch-figure-whole = { $amount } { $counted }, { $kind }, since the beginning, up to the report of { $date }
watch-figure-as-of = { $amount } { $counted }, { $kind }, as of { $date }
watch-figure-unstated = { $amount } { $counted }, { $kind }, over a time that the report of { $date } does not state

# The rise of a total.
watch-rise = from { $from } to { $to } the total rose by { $n_d }
watch-rise-range = from { $from } to { $to } the total went from { $first } to { $second }; a range gives no one rise
watch-rise-part = of these, { $kind }: { $n_d }
watch-rise-rest = not broken down by the source: { $n_d }
watch-found-own-differs = the total rose by { $by_d } more than the reports’ own numbers come to (below nought: less)
watch-found-parts-differ = the report of { $date } gives { $own_d } in all, and its parts come to { $parts_d }
watch-found-gap = { $rest_d } of the rise lie in days without a report of their own and cannot be compared
watch-found-fell = the total fell by { $by_d }
watch-found-not-new = { $n_d } of the rise were added late or corrected, and did not happen in this time
watch-found-two-values = two numbers for one window: { $first } and { $second }; the later row is used
watch-found-ranges = a number is a range, and leaves room

# Beside one another.
watch-within = lies inside it and is part of it; they are never added
watch-within-greater = lies inside it, and is greater than it
watch-match = the same number as
watch-pair-same = the same window, the same number as
watch-pair-differ = the same window; the numbers differ by { $by_d } from
watch-pair-meet = the same window; a range that the other number meets
watch-pair-apart = the same window; a range that the other number does not meet
watch-apart-other-window = neither confirmed nor contradicted by { $source }: its windows are others
watch-apart-no-such-time = neither confirmed nor contradicted by { $source }: it gives nothing for this time
watch-apart-window-not-stated = neither confirmed nor contradicted by { $source }: a window is not stated
watch-apart-other-kind = neither confirmed nor contradicted by { $source }: it gives no count of this kind
watch-beside = beside it, in the reports of { $source }:

# Reading tables of figures.
watch-series-date = { $text } under { $column } is no date
watch-series-date-hint = write it as 2025-10-06
watch-series-twice = two headings mean one column; the second is { $heading }
watch-series-twice-hint = rename or remove one of them
watch-series-lacks = no columns { $lacks }; there are: { $head }
watch-series-lacks-hint = give it the headings `date`, `source`, `counted` and `value`; see the handbook’s page on series
watch-series-kind = { $text } is no kind of count; there are: { $known }
watch-series-kind-hint = write one of them, or leave the cell empty
watch-series-empty = { $column } is empty
watch-series-empty-hint = say who counts, and what
watch-series-number = { $text } is no number
watch-series-number-hint = write it as `67160`, `67,160`, `10-12` or `at least 10`
watch-series-no-number = the row has no number
watch-series-no-number-hint = fill `value`, or `low` and `high`
watch-series-range = { $text } and { $range } do not fit together
watch-series-range-hint = the least has to be below the most, and the value between them
watch-series-below = { $text } is below nought
watch-series-below-hint = only a row of the kind `corrected` may be
watch-series-window = { $text } is no window
watch-series-window-hint = write `24 hours`, `day`, `whole`, `as of`, or fill `from` and `to` with dates
watch-series-no-from = the window has an end and no beginning
watch-series-backwards = the window runs backwards, from { $from } to { $to }

# The board: where an obligation stands.
watch-state-not-begun = not begun
watch-state-waiting = waiting
watch-state-due = due
watch-state-in-effect = in effect
watch-state-suspended = suspended
watch-state-done = done
watch-state-reported = reported
watch-state-verified = verified
watch-state-past-its-time = past its time
watch-state-cured = cured
watch-state-lifted = lifted
watch-state-over = over

# The board: what was judged of a claim.
watch-judgment-verified = verified
watch-judgment-contested = contested
watch-judgment-denied = denied
watch-judgment-accident = agreed as accident
watch-judgment-closed = closed by the joint body

# The board: the clock.
watch-unit-minute = minutes
watch-unit-hour = hours
watch-unit-day = days
watch-unit-week = weeks
watch-unit-month = months
watch-unit-year = years
watch-unit-open = a unit left open
watch-clock-offset = counted from { $anchors }: { $n_d } { $unit }
watch-clock-open = counted from { $anchors }: the text leaves the number open
watch-clock-at = by { $anchors }
watch-clock-inclusive = the day of the event is day 1
watch-clock-elapsed = days are counted from the day after
watch-clock-counting-open = the text leaves the counting of days open
watch-clock-zone = the clock is { $zone }
watch-clock-zone-open = the text leaves the clock open
watch-clock-due = due { $at }
watch-clock-not-running = not running: what it counts from has not happened, or a number is open
watch-clock-extended = extended by { $minutes_d } minutes in all

# The board: what the text would allow.
watch-allow-suspend = { $clause } would allow { $who } to suspend { $to }
watch-allow-suspended = { $clause } would suspend { $to }
watch-allow-end = { $clause } would end { $to }
watch-allow-end-all = { $clause } would end the agreement
watch-allow-extend = { $clause } would give more time for { $to }
watch-allow-act = { $clause } would ask an act of { $who }
watch-allow-act-open = { $clause } would ask for an act of nobody named
watch-allow-open = { $clause } answers it, and leaves open how
watch-allow-met = its condition is met
watch-allow-if-found = if it is found in breach by whom the text names
watch-allow-if-not-done = if it is not done at its deadline

# The board: why an event does not move a life.
watch-counts-other-reporter = the text names who reports this, and it is somebody else
watch-counts-nobody-named = the text names nobody for this, and it is not commonly accepted
watch-counts-other-verifier = the text names who may say this, and it is somebody else
watch-counts-not-by-telling = a finding of breach is an act of its own, with date and reasons

# Incidents: reading a CSV.
watch-incident-utf8 = not UTF-8; save the file in UTF-8
watch-incident-empty = nothing in it; give it a heading row and a row an incident
watch-incident-columns = no column of the date, or none of what happened; head them `event_date` and `event_type`, or `date` and `what`
watch-incident-date = { $text } is no date; write it as 2025-10-06 or 06 October 2025
watch-incident-time = { $text } is no time of the day; write it as 14:05
watch-incident-point = { $lat } and { $lon } are no latitude and longitude in degrees
watch-incident-killed = { $text } is no number of people killed; leave it empty where it is not stated

# Incidents: why two reports may be of one occurrence.
watch-duplicate-place = the same place
watch-duplicate-near = two places within about two kilometres
watch-duplicate-day = the same day
watch-duplicate-next-day = a day apart
watch-duplicate-kind = the same kind
watch-duplicate-other-kind = another kind
watch-duplicate-sides = the same sides
watch-duplicate-killed = the same number killed, { $n_d }
watch-duplicate-killed-differ = other numbers killed, { $first_d } and { $second_d }

# The hotline.
watch-asked-restraint = restraint
watch-asked-stop-fire = stop firing
watch-asked-access = access
watch-asked-investigation = an investigation
watch-unknown-who = who did it
watch-unknown-where = where exactly
watch-unknown-when = when exactly
watch-unknown-hurt = whether anybody was hurt
watch-unknown-going-on = whether it is still going on
watch-unknown-with = with what
watch-unknown-meant = whether it was meant

# Lines and zones: reading GeoJSON.
watch-line-no-geojson = no map data in the GeoJSON form: { $why }
watch-line-bare = a geometry without a name; put it in a feature with the properties `name` and `date`
watch-line-no-name = a feature without a name; give it the property `name`
watch-line-date = { $text } is no date; write it as 2025-10-06
watch-line-other-geometry = neither a line nor a surface; give a `LineString` or a `Polygon`
watch-line-position = a position without longitude and latitude in degrees, in that order
watch-line-short = a line of fewer than two points
watch-line-ring = a ring that does not end where it began, or has fewer than three corners
watch-line-across = a geometry across the 180th meridian is not measured; divide it there
watch-line-too-long = more positions than are read from one file; simplify or divide it
