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
