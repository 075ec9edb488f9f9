# A list's file.
exchange-file-empty = The file is empty.
exchange-file-no-rows = The file has headings and no rows.
exchange-file-too-large = The file unpacks to more than can be read. Save it again with only the list in it.
exchange-file-broken = The file is not a workbook that can be opened, or it is damaged.
exchange-file-no-name = No column is headed as a name. The headings are: { $head }.
exchange-file-twice = Two columns mean the same; the second is headed { $head }.

# A row of a list.
exchange-row-long = The cell under { $head } has more than { $most } characters.
exchange-row-formula = The cell under { $head } holds a formula, not a value.
exchange-row-no-name = The row has no name.
exchange-row-name-unreadable = { $text } has no letter of an Arabic, Hebrew or Latin name.
exchange-row-id-twice = Number { $id } already stands in row { $before }.
exchange-row-date-unreadable = { $text } is not read as a date; the entry is kept without one.
exchange-row-date-no-such-day = { $text } is a day that does not exist; the entry is kept without a date.
exchange-row-date-year = The year of { $text } fits none of the calendars; the entry is kept without a date.
exchange-row-sex-unreadable = { $text } is not read as a sex; the entry is kept without one.
exchange-row-like-another = The name and birth date are those of row { $before }: one person twice, or two people.

# Counts.
exchange-count-parts = The parts come to { $sum }, the total is { $total }.
exchange-count-total = The list has { $listed }, the total stated is { $total }.
exchange-count-part = { $part }: the list has { $listed }, stated are { $stated }.

# Why two entries are proposed as one person.
exchange-why-parts = { $agree } of { $of } parts of the name agree ({ $left }, { $right })
exchange-why-turned = the family name stands first on one list
exchange-why-part-differs = { $role } differs: { $left }, { $right }
exchange-why-part-left-only = { $role } only on the left: { $part }
exchange-why-part-right-only = { $role } only on the right: { $part }
exchange-why-born-same = the same birth date
exchange-why-born-within = the same birth date, written in two calendars
exchange-why-born-swapped = the birth dates agree with day and month changed round
exchange-why-born-one-differs = the birth dates differ in one of day, month and year
exchange-why-born-year-only = the same year of birth; one list gives no more
exchange-why-born-same-year = the same year of birth, another day
exchange-why-born-near-year = the years of birth are one or two apart
exchange-why-born-differs = the birth dates differ
exchange-why-document-same = the same document number
exchange-why-document-differs = other document numbers
exchange-why-father-same = the fathers’ names agree
exchange-why-father-differs = the fathers’ names differ
exchange-why-place-same = the places agree
exchange-why-place-differs = the places differ
exchange-why-sex-same = the same sex
exchange-why-sex-differs = the sex differs
exchange-why-rival = another entry could be meant ({ $percent } %)

exchange-script-ar = Arabic
exchange-script-he = Hebrew
exchange-script-la = Latin

exchange-role-given = given name
exchange-role-father = father’s name
exchange-role-grandfather = grandfather’s name
exchange-role-family = family name
exchange-role-kunya = kunya
exchange-role-nisba = family name
exchange-role-honorific = title
exchange-role-initial = initial

exchange-decision-same = same
exchange-decision-likely = likely
exchange-decision-unsure = unsure

# Where an entry stands.
exchange-stage-proposed = proposed
exchange-stage-acknowledged = acknowledged
exchange-stage-denied = denied
exchange-stage-duplicate = duplicate
exchange-stage-contested = contested
exchange-stage-agreed = agreed
exchange-stage-objection-window = open to objections
exchange-stage-cleared = cleared to travel
exchange-stage-not-on-this-movement = not on this movement
exchange-stage-family-informed = family informed
exchange-stage-in-batch = in a batch
exchange-stage-at-the-gate = at the gate
exchange-stage-received = received by the intermediary
exchange-stage-confirmed = transfer confirmed by the intermediary
exchange-stage-withdrawn = withdrawn
exchange-stage-vetoed = vetoed
exchange-stage-substituted = substituted

# A plan's file.
exchange-plan-toml = The plan cannot be read: { $why }
exchange-plan-sides = A plan has two sides of different names.
exchange-plan-no-side = { $what } is not the name of a side.
exchange-plan-no-class = Nothing that is given is called { $what }.
exchange-plan-class-twice = { $what } is listed twice; give each its own name.
exchange-plan-payer-gives = The side that pays also gives { $what }; a plan with a payment has one giver.
exchange-plan-worth = The cost or the value of { $what } is below nought, or its range runs backwards.
exchange-plan-circle = { $what } waits for itself.
exchange-plan-guarantee = A guarantee is below nought.
exchange-plan-too-large = The numbers are too large to be reckoned exactly.

# A plan.
exchange-verdict-safe = A safe order exists.
exchange-verdict-none = No safe order exists.
exchange-verdict-open = Whether a safe order exists is not settled: there are too many states to search.
exchange-verdict-exact = Every state was searched ({ $states }).
exchange-verdict-bound = Too many states to search ({ $states }); what is given is proven, but better may exist.
exchange-last-mover = { $side } moves last, with { $what }, and needs a guarantee of { $cost }: nothing is owed to it any more.

# The life of an entry.
exchange-life-not-next = The entry stands at { $now }; { $next } cannot follow.
exchange-life-by-whom = Who says so must be named for { $next }.
exchange-list-people = people
exchange-list-remains = remains

# Counts at three points.
exchange-point-people = people
exchange-point-remains = remains
exchange-point-released-over = { $n } { $what } released, { $of } approved.
exchange-point-gates-over = { $n } { $what } through the gates, { $of } released.

# Decisions over pairs.
exchange-pair-accepted = one person
exchange-pair-refused = two people
exchange-pair-asked = a side was asked
exchange-pair-open = not decided
exchange-decided-meanwhile = Somebody decided this pair meanwhile: { $verdict }, { $at }. Look at it again.
exchange-decided-unseen = The decision that you saw is not of this pair. Open the pair again.
exchange-decided-already = This pair stands at { $verdict } already.
exchange-decided-taken = One of the two entries is accepted with another already. Take that back first.
exchange-decided-remains = A name never closes remains: say who identified them and how.

# A movement order.
exchange-order-route = Route and times
exchange-order-vehicles = Vehicles
exchange-order-frequencies = Frequencies and call signs
exchange-order-forces = Forces notified, by whom
exchange-order-medical = Medical care
exchange-order-remains = Remains, apart and in dignity
exchange-order-media = Media kept off
exchange-order-spare = Rule for the spare person
exchange-order-stop = Who may stop it, and how
exchange-order-wanting = Not settled: { $part }.
exchange-order-no-list = No list is frozen for it.
exchange-order-more-than-listed = { $moving } are to move, the frozen lists have { $listed }.
exchange-order-no-gate = No gate or assembly point is named.
exchange-order-no-yes = No yes to the order from { $party }.
exchange-order-said-no = { $party } said no to the order.
exchange-asked-t-12 = T-12
exchange-asked-t-2 = T-2
exchange-asked-t-0 = T-0
exchange-go-not-asked = { $at }: no answer from { $party }.
exchange-go-no = { $at }: { $party } says no go.
exchange-log-at-gate = at the gate
exchange-log-received = received by the intermediary
exchange-log-confirmed = transfer confirmed by the intermediary
exchange-log-delay = delay
exchange-log-stopped = stopped
exchange-log-goes-on = goes on
exchange-heard-form = in the intermediary’s form
exchange-heard-voice = by voice
exchange-heard-paper = from the paper
exchange-log-received-over = Received: { $n } { $what }; the order has { $of }.
exchange-log-confirmed-over = Confirmed: { $n } { $what }; received were { $of }.
exchange-log-not-confirmed = Received and not yet confirmed: { $n } { $what }.
