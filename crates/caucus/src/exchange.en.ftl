# Lists, pairs, plans and movements of an exchange.
title-lists = Lists
title-list = List
title-forward = Put forward
title-match = Match
title-pairs = Two lists, pair by pair

# Lists.
lists-hint = Your side’s lists, and what was conveyed to you. A list is your side’s own until you permit otherwise.
lists-hint-mediator = The lists that each side gave you in its caucus. No side sees that there is another.
lists-empty = No list yet. Import one from a file: rows that cannot be read are named, the others are kept.
lists-empty-mediator = No list yet. A side imports one in its caucus, or you import there what it handed you.
lists-conveyed = Conveyed
lists-conveyed-list = A list conveyed to you
lists-put-forward-list = A list put forward
lists-conveyed-notice = These people were conveyed to you; the words are exactly what was read or left.
lists-version = version { $n_d }
lists-remains = Remains
lists-remains-hint = A list of remains stands by itself. A matching name never closes it: only an identification does.
lists-replaced = Replaced by a later version
lists-latest = Open the latest
lists-no-status = no status
lists-entries = { $n ->
    [one] { $n_d } entry
   *[other] { $n_d } entries
}
lists-bad = { $n ->
    [one] { $n_d } row kept out
   *[other] { $n_d } rows kept out
}
lists-doubts = { $n ->
    [one] { $n_d } row to look at
   *[other] { $n_d } rows to look at
}
lists-removed = { $n ->
    [one] { $n_d } entry is gone
   *[other] { $n_d } entries are gone
}
lists-more = { $n ->
    [one] and { $n_d } more
   *[other] and { $n_d } more
}
lists-row = row { $n_d }
lists-counts = Counts without names
lists-counts-none = No counts are noted. What nobody states is worth noting too.
lists-count-part = made up of
lists-count-of-whom = of whom
lists-count-not-stated = not stated
lists-count-add = Note a count
lists-count-whole = The parts are all there are
lists-count-do = Note this count
lists-import = Import a list
lists-import-hint = CSV or Excel, any order of columns, Arabic, Hebrew or English headings.
lists-paste = Or paste the rows
lists-new-list = A new list
lists-who-reads-own = Read by your delegation’s members only.
lists-who-reads-caucus = Read by this delegation and these mediators. Nobody else learns that it is here.
lists-import-do = Import this list
lists-changes = Since the version before
lists-changes-sum = { $added_d } new · { $changed_d } changed · { $removed_d } gone · { $same_d } as before
lists-bad-title = Rows kept out
lists-doubts-title = Rows to look at
lists-whole = The whole list
lists-next = Next entries
lists-caption = Each entry as the list says it, in its own script.
lists-choose = Choose
lists-said = Said of the entry
lists-forward = Put forward
lists-forward-hint = Tick people to put forward person by person; with none ticked it is the whole list.
lists-forward-what = These words become a message in this caucus, like any other: the mediators may ask your permission to carry them, whole or person by person, and nothing crosses without it.
lists-forward-words = Exactly what is put forward, one person a line
lists-forward-do = Say this in the caucus
lists-added = new
lists-fate = Fate
lists-whereabouts = Whereabouts
lists-no-evidence = no evidence stated
lists-embargoed = name not to be said: family not told
lists-open-entry = Open
lists-this = This list
lists-imported = Imported
lists-versions = Versions
lists-kind = Of
lists-claim = What is claimed
lists-claim-hint = Fate and whereabouts are two claims. A later one does not erase an earlier.
lists-claim-says = What is said
lists-claim-do = Note this claim
lists-stage = Where the entry stands
lists-stage-hint = Kept in the mediators’ room. “Not on this movement” has no reason beside it, here or anywhere.
lists-stage-last = Nothing follows where it stands.
lists-stage-do = Note where it stands
field-file = File
field-file-hint = CSV or XLSX, up to 16 MB. The file’s name is not kept.
field-table = Rows with a line of headings
field-version-of = Next version of
field-total = Total
field-total-hint = Leave empty where it is not stated.
field-parts = Parts, one a line
field-parts-hint = A status and a number, as alive: 20
field-about = About
field-claimant = Who claims it
field-since = Since
field-evidence = Evidence
field-evidence-hint = None stated is not evidence.
field-entry = Entry
field-stage = Stands at
field-instead = Number of the person who goes instead
field-list = List
field-left = One list
field-right = The other list
field-verdict = Decision
field-seen = Decision seen
field-identified = Identified by whom, and how

# Pairs.
pairs-hint = Two sides’ lists, worked pair by pair. Only you and your team read this; no side learns what is on the other’s list.
pairs-empty = No two lists are set side by side yet. Choose two at the side.
pairs-empty-lists = Two lists are needed. They come in the caucuses: each side imports its own, or you import what it handed you.
pairs-open = Set two lists side by side
pairs-open-hint = Decisions stand when either list gets a new version.
pairs-open-do = Set side by side
pairs-progress = { $done_d } of { $all_d } decided
pairs-work = Work on the pairs
pairs-gone = Decisions over entries that are on neither list now: { $n_d }
pairs-doubtful = To decide
pairs-doubtful-none = Nothing here.
pairs-matched = Matched
pairs-matched-none = No pair is accepted yet.
pairs-refused = Refused as two people
pairs-only = Only on
pairs-alone-none = None.
pairs-sums = How each list adds up
pairs-list = List
pairs-open-pairs = To decide
pairs-one-sided = One-sided
pairs-all = All
pairs-proposed = Proposed
pairs-decided = Decided
pairs-score = { $n_d } in 100
pairs-by-person = put together by hand
pairs-lists = The lists
pairs-by-hand = Two entries of your own choice
pairs-by-hand-hint = The numbers before the one-sided entries, with a point between: 3.7
pairs-by-hand-none = One of the lists has nobody left alone.
pairs-by-hand-rows = Left and right
pairs-by-hand-do = Open these two
pairs-nobody-else = Nothing on this page reaches a side. What you ask a side is about its own entry.
pairs-one = One pair
pairs-before = Before
pairs-next = Next
pairs-board = All pairs
pairs-why = Why
pairs-why-none = Nothing speaks for or against it.
pairs-born = Read as
pairs-changed = changed since
pairs-accept = One person
pairs-refuse = Two people
pairs-asked = A side was asked
pairs-undo = Take back
pairs-decisions = Decisions
pairs-decisions-none = Nobody has decided.
pairs-ask = Ask the side about its entry
pairs-ask-hint = Said in your own voice in that side’s caucus. Keep to what stands on its own list.
pairs-ask-words = On your list “{ $list }”, entry { $id }: { $name }. Please check the spelling of the name, the birth date and the place, and tell us whether the entry stands.
pairs-ask-do = Say this in the caucus
pairs-with-why = Decide with a reason
pairs-with-why-do = Note this decision

# Exchange plans.
title-plans = Exchange plan
title-plan = Exchange plan
plans-hint = The order in which both sides can give, so that neither gains by walking away half-way.
plans-empty = No plan yet. Write what each side gives, what it costs and is worth, and how many can move together.
plans-write = Write a plan
plans-write-do = Work this plan out
field-plan = Plan
field-plan-hint = Sides, what each gives, joint steps, days; the handbook’s page on sequences says each word.
plan-worths = Worths are opinions: reckoned with costs at their highest and values at their lowest.
plan-file = The plan as written
plan-gives = What is given
plan-worth = costs { $cost }, worth { $value }
plan-for-good = cannot be taken back
plan-guarantee = Loses { $n_d } by walking away
plan-nobody-else = What tempts a side to leave is the mediators’ own. It is shown to a side by a named act only.
plan-enough = Guarantees that would be enough
plan-two-ways = All at once, or as each is ready
plan-all-at-once = All at once
plan-as-each = As each is ready
plan-safe = Safe
plan-moves-most = Moves in one step, at most
plan-at-stake = At stake if it breaks off
plan-handovers = Handovers
plan-least = No safe order at these guarantees exposes anybody less at its peak.
plan-yes = yes
plan-no = no
plan-steps = Step by step
plan-step = Step
plan-side-gives = Gives
plan-exposed = Exposed after it
plan-tempted = Gain by leaving now
plan-day = Day
plan-before = before anything
plan-together = together
plan-not-in-time = The clock does not allow it.
plan-step-too-large = Step { $n_d } is more than a day can carry and cannot be divided.
plan-slack = How far opinions may err
plan-slack-value = safe from a value of { $n_d }
plan-slack-any-value = safe at any value
plan-slack-cost = safe up to a cost of { $n_d }
plan-slack-any-cost = at any cost
plan-example-second = second group
plan-example-first = first group
plans-not-stated = Where a count is not stated, nothing can be reckoned: a plan needs how many each side gives.
plans-counts = What is stated of how many
plan-drawing-never = { $who } is never exposed.
plan-drawing-most = { $who } is most exposed after step { $step_d }: by { $n_d }.
plan-drawing-says = { $steps ->
    [one] { $steps_d } step
   *[other] { $steps_d } steps
}. { $first } { $second }
plan-drawing-axis = Given beyond what was received
plan-drawing-title = Exposure after each step
plan-over = beyond the guarantee
plan-not-decided = not decided: too large to search whole
plan-for-guarantees = The order below is for guarantees of { $a_d } ({ $left }) and { $b_d } ({ $right }), not for those in the plan.
plan-enough-more = There are more such pairs than are listed.
plan-beneath = Guarantees below which no order is safe
plan-paid-least = { $side } pays. Both guarantees must come to { $n_d } at least.
plan-owed-first = Owed while the first moves
plan-owed-last = Owed while the last moves

# Movements.
title-handover = Handover
title-movement = Movement
handover-hint = Movement orders, who says go, and the log: numbers, never names.
handover-empty = No movement is ordered yet.
handover-leaves = leaves
handover-write = Write a movement order
handover-write-hint = What is left empty stands as not settled. The lists are frozen as they stand now.
handover-write-do = Freeze the lists and write this order
handover-freeze = Lists to freeze
field-leaves = Leaves
field-people = People
field-remains = Remains
field-gates = Gates and assembly points
field-gates-hint = One a line, in the order of the route.
field-gate = Gate
field-what = What
field-heard = How it was heard
field-asked = Asked at
field-yes = Answer
field-point = Counted at
field-identified-hint = A name alone never closes remains.
handover-paper = Paper twin
handover-paper-hint = Print it. Its lines are typed in afterwards by their numbers.
handover-go = Yes and go
handover-order = The order
handover-moving = To move
handover-lists = Frozen lists
handover-same = as frozen
handover-not-same = no longer what was frozen
handover-newer = a later version exists
handover-log = Log
handover-log-none = Nothing is logged.
handover-numbers = Numbers
handover-apart = Counts at approval, at release and at the gates are kept apart; received and confirmed are two things.
handover-point = Where
handover-approved = Approved
handover-released = Released
handover-ordered = In the order
handover-counted = counted
handover-who = Who
handover-yes-to-order = Yes to the order
handover-may-leave = May leave
handover-against = { $n ->
    [one] { $n_d } thing stands against it
   *[other] { $n_d } things stand against it
}
handover-what-stands = What stands against leaving
handover-no-answer = no answer
handover-go-yes = yes, go
handover-go-no = no
handover-told = Told to
handover-paper-line = paper, line { $n_d }
handover-what = What
handover-log-write = Write in the log
handover-no-gate = No gate
handover-log-more = Time, words, what the sides were told
handover-log-do = Write this line
handover-no-names = Numbers only: no name belongs in the log.
handover-answer = Note an answer
handover-answer-do = Note this answer
handover-count = Note a count
handover-count-do = Note this count
handover-phone = On a phone
handover-n-people = { $n ->
    [one] { $n_d } person
   *[other] { $n_d } people
}
handover-n-remains = { $n ->
    [one] remains of { $n_d } person
   *[other] remains of { $n_d } people
}
handover-then = , then { "" }
handover-not-said = not said
handover-corrected = corrected
handover-corrects = corrects an earlier line
handover-corrects-nothing = None: it is a new line
field-corrects = Takes the place of a line
handover-typed = Type in from the paper
movement-title = Handover without a network
movement-hint = Numbers of one movement, as the intermediary confirms them; never names. Each line is kept encrypted on this telephone and sent in order, once, when there is a network.
movement-saved = Kept on this telephone.
movement-waiting = Lines waiting:
movement-sent = Sent.
movement-sign-in = Sign in, then open this page again
movement-none = No movement is known here yet. Open this page once with a network, from the movement’s page.
movement-gone = Nothing of the movement is on this telephone now.
movement-keep = Keep this line
movement-less = One less: { $what }
movement-more = One more: { $what }
movement-end = At the end
movement-end-hint = The first sends what waits and then wipes. The second wipes now, without a question; what was not sent is then on the paper only.
movement-over = The movement is over: send and wipe
movement-wipe = Wipe now
movement-needs-script = Without scripts use the movement’s page, or its numbered paper.
movement-limit = { $n ->
    [one] At most { $n_d } line waits on a telephone.
   *[other] At most { $n_d } lines wait on a telephone.
} The printed twin stays beside it.
