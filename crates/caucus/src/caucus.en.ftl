# The door's own words: screens, forms, sign-in.
language-own-name = English
not-read-by-native = These words have not yet been read by a native speaker.
skip = To the page
close = Close
older = Older
rooms = Rooms and pages
languages = Language of the screen
panel = About what is selected
page-changed = Something changed in one of your rooms.
page-show = Show it
act-done = Done and sealed.
receipt-n = Receipt { $n_d }
not-stated = not stated
yours = { $time } yours
looking-as = You look at the screens of { $of }. You can only read; the look is logged.
talks-pause = The talks pause

# Moments
moment = { $weekday } { $day } { $month } { $year }, { $time }
hour = { $weekday } { $time }
day = { $day } { $month }, { $time }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
left-minutes = { $n ->
    [one] { $n_d } minute left
   *[other] { $n_d } minutes left
}
left-hours = { $n ->
    [one] { $n_d } hour left
   *[other] { $n_d } hours left
}
past-minutes = { $n ->
    [one] { $n_d } minute past its time
   *[other] { $n_d } minutes past its time
}
past-hours = { $n ->
    [one] { $n_d } hour past its time
   *[other] { $n_d } hours past its time
}
hours-n = { $n ->
    [one] { $n_d } hour
   *[other] { $n_d } hours
}

# Titles
title-home = Where you begin
title-today = Today
title-shuttle = Shuttle
title-convey = Convey
title-preparation = Prepared to convey
title-my = My view
title-talk = What was said
title-message = Message
title-paper = Paper to hand over
title-note = Note
title-sheet = Note sheet
title-positions = Positions and sticking points
title-offers = Conditional offers
title-roadmap = Roadmap
title-session = Session
title-statements = Public statements
title-record = Record
title-receipt = Receipt
title-entry = Entry
title-export = Export
title-search = Search
title-go = Go to
title-me = My access
title-people = People and access
title-handbook = Words and keys
title-live = Changes
title-act = Done
title-sign-in = Sign in
title-enter = Enter
title-invitation = Invitation

# Rooms
room-own = Own room of { $of }
room-caucus = Caucus of { $of } with { $with }
room-private-word = Private word of { $person } with { $with }
room-mediator = Mediators’ room, { $of }
room-mediators = Room the mediators share
room-guarantor = Guarantor’s room, { $of }
room-common = Texts common to all
room-public = Public
room-directory = Directory
says-own = Your delegation’s members only. No mediator reads here.
says-caucus = You and these mediators. What is said here stays here unless its owner permits otherwise.
says-private-word = One delegate and these mediators. It is in no other log, count or export.
says-mediator = The caucuses meet here. Nothing leaves without its owner’s permission.
says-mediators = Every mediating body reads here. What a side gave to one of them needs its permission to stand here.
says-guarantor = The guarantor’s own room, apart from the mediators’.
says-common = Everyone in the talks reads here.
says-public = What was said in public, and who carried it.
says-directory = Accounts and roles; never what is said.
band-no-room = Your own pages
says-no-room = Only you see this page.
kind-of-room-own = Own room, { $of }
kind-of-room-caucus = Caucus, { $of }
kind-of-room-private-word = Private word, { $of }
kind-of-room-mediator = Mediators’ room, { $of }
kind-of-room-mediators = Room the mediators share
kind-of-room-guarantor = Guarantor’s room, { $of }
kind-of-room-common = Texts common to all
kind-of-room-public = Public
kind-of-room-directory = Directory

# Sign-in
sign-in-title = Sign in
sign-in-name = Issued name
sign-in-passphrase = Passphrase
sign-in-code = Code of six digits
sign-in-code-hint = From the generator on your telephone. Each code works once.
sign-in-do = Sign in
sign-in-help = No access, or a lost telephone? Ask whoever keeps the directory of your talks.
sign-in-wrong = These do not belong together. Check the name, the passphrase and the code, and wait for the next code before you try again. After several failed tries, wait longer each time.
sign-in-wait = Too many tries. Wait a little and try again.
sign-in-other-page = This form was sent from another page. Open this page again and sign in here.
sign-out = Sign out
host-who = This host is run by
host-country = In
host-key = The key is held by
host-warning = Whoever runs this machine can read what is in use on it. What is stored is sealed; a stolen disk shows no word.
invitation-title = You were invited
invitation-sign-in-name = Your issued name is
invitation-seed = Enter this into the code generator on your telephone. It is shown once.
invitation-passphrase = Choose a passphrase
invitation-passphrase-hint = At least twelve characters. A few unrelated words are good.
invitation-do = Set passphrase and sign in
invitation-too-short = The passphrase is too short. It needs at least twelve characters.
invitation-wrong-code = The code does not fit. Check the clock of your telephone and use the next code.
enter-as = You enter as
enter-do = Enter
enter-demo = This is a demonstration with worked cases. The address works on this machine until the demonstration ends.
not-found-title = Not found
not-found = There is nothing here, or nothing that you may see.
not-found-home = To where you begin
needs-proof = This needs your proof: passphrase and code again, over exactly what is about to be done.
proof-title = Prove that it is you
proof-do = Prove and go on
proof-demo = I am the person named, and I prove it
proof-demo-hint = In the demonstration nobody has a passphrase; this tick stands for it.
refused-title = Not done
refused-proof-wrong = Passphrase or code does not fit. Nothing was done. Wait for the next code and try again.
refused-go-back = Nothing was changed. Go back to your form: what you wrote is still in it.
what-you-wrote = What you wrote
try-again = Try again

# What cannot be read from a form
bad-field-missing = { $field } is missing. Fill it in and send again.
bad-field-word = “{ $text }” is not one of the words for { $field }.
bad-identifier = “{ $text }” cannot be used for { $field }: use small letters a to z, digits and hyphens.
bad-marks = “{ $text }” does not mark words. Give first and last letter, as 0-12 20-31.
bad-moment = “{ $text }” is not a moment for { $field }. Write it as 2026-03-05T16:42.
bad-no-key = The form has no key of its own. Open the page again and send it from there.
bad-no-such-language = The screens do not speak that language.
bad-number = “{ $text }” is not a whole number for { $field }.
bad-option-line = “{ $text }” is not an option. Write its short name, a colon, and its words.

# Fields
field-in-zone = { $field } ({ $zone } time)
field-text = Words
field-note = What was said
field-title = Title
field-why = Why
field-words-used = The words you used
field-speaker = Who said it
field-speaker-hint = Leave empty where no name is known.
field-party = Side
field-kind = Kind
field-standing = Standing
field-use = Use
field-form = Form
field-source = Where it comes from
field-said-at = Said at
field-said-to = Said to
field-present = Who else was present
field-present-hint = Interpreters and note-takers too; names with commas between.
field-means = By what means
field-said-in = Said in
field-written-from = Written from
field-exactness = Gist or exact words
field-sheet-line = Line of the note sheet
field-tie = Text or list it speaks of
field-tie-version = Version
field-tie-clause = Clause
field-lang = Language of the words
field-state = State of this version
field-by = By
field-by-translator = Translated by
field-checked-by = Checked by
field-checked-by-hint = Only where a second person compared it with the original.
field-back = The same words, put back into the owner’s language
field-back-hint = So that the owner sees what will be read.
field-to = To
field-marked = Words that may cross
field-marked-hint = Mark them in the original, or give first and last letter, as 0-12 20-31. Empty is the whole.
field-with = Crosses only together with
field-answers-entry = Answers
field-prevails = Language that prevails
field-limits = Limits of discretion
field-limits-hint = For use at discretion: what may be said and what not. A time at which it ends is needed too.
field-not-before = Not before
field-expires = Holds until
field-heard-by = Heard by
field-heard-by-hint = Names with commas between; interpreters too.
field-given = Form of the permission
field-only-one = Who could have said this
field-confirmed = Whether the speaker stands by it
field-of = Entry
field-at = At
field-begins = Begins
field-place = Place
field-round = Round
field-number = Number
field-agenda = Agenda, one item a line
field-due = Due
field-session = Session
field-issue = Issue
field-issue-hint = A short name: small letters, digits, hyphens.
field-option = Option
field-options = Options, one a line
field-options-hint = Short name, colon, words: a: within 72 hours
field-text-ended = How it ended
field-lane = Where it was taken
field-red-line = Red line: declared not negotiable
field-tied-to = Tied to
field-movement = Movement
field-delegate = Delegate
field-given-by = Given by
field-refer-home = To be referred home
field-takes = That takes, in hours
field-role = Role
field-body = Side or body
field-body-hint = Its short name, as it stands in the case.
field-person = Short name of the person
field-person-hint = Small letters, digits, hyphens.
field-name = Name
field-zone = Time zone the person lives by
field-zone-hint = As Europe/Oslo. Empty is the talks’ own.
field-part = Part in the talks
field-delegation = Delegation
field-carried-by = Carried by
field-carried-by-hint = Outlets, nearest to the speaker first.
field-said-on = Said on
field-until = Until
field-mediator = Mediating body

# The four questions
question-use = What may be done with the words?
question-source = Whose words are they said to be?
question-form = What is left behind?
question-standing = How far do they bind?
question-only-one = Who could have said this?
only-one-no = More than one side could know it
only-one-yes = Only one side could know it
only-one-yes-hint = Then it is not the mediators’ own idea.
use-ears-only-hint = The default. Nothing crosses.
use-guide-hint = The mediators may act on it, and say none of it.
use-discretion-hint = Within stated limits, until a stated time; the words used are noted.
use-read-back-hint = Only in the wording that the owner has seen.
use-word-for-word-hint = Nothing but the owner’s own words.
source-own-idea-hint = Nobody is behind it but the mediators.
source-what-if-hint = Put as a question; nobody is named.
source-other-side-hint = It comes from across; no name is given.
source-named-hint = The side is named.
form-said-hint = Nothing is shown and nothing stays.
form-read-out-hint = Read from paper; the paper stays with the mediators.
form-shown-hint = Shown, and taken back.
form-non-paper-hint = Unsigned and unattributed.
form-formal-hint = Written, with a proof that convinces a third party.
standing-personal-hint = Binds nobody.
standing-exploratory-hint = To see whether it helps.
standing-ad-referendum-hint = The capital has yet to agree.
standing-instructed-hint = The capital stands behind it.
standing-agreed-hint = Settled, if everything is.
permission-form-proof-hint = The owner proved it over exactly these words.
permission-form-paper-hint = A signed paper, scanned and kept.
permission-form-spoken-two-hint = Read back to the owner in the hearing of two.
permission-form-spoken-one-hint = Carries no name word for word.
permission-form-standing-limits-hint = Given beforehand, with limits and an end.

# Cards
card-recalled = called back
card-corrected = corrected
card-noted = noted on behalf
card-read-back = read back and confirmed
card-read-back-changed = read back, said otherwise
card-unconfirmed = unconfirmed
card-answers = answers { $n_d }
card-versions = { $n ->
    [one] one more language version
   *[other] { $n_d } more language versions
}
card-tie = on { $what } { $version_d }
card-tie-clause = on { $what } { $version_d }, clause { $clause }
version-by = by { $name }
version-checked-by = checked by { $name }
version-back = Put back into the owner’s language:
prepared-n = Preparation { $n_d }
prepared-from = from { $of }
prepared-to = to { $of }
prepared-dropped = set aside
prepared-may-cross = may be conveyed now
prepared-not-yet = not yet
permission-given = Form of the permission
permission-condition = Condition
permission-tells = When used
permission-holds = Stands now
permission-stands = holds
permission-withdrawn = withdrawn
permission-expired = its time is over
permission-used = used, as you asked to be told
permission-wording = The wording it covers
only-if-other = Only if the other side’s permission for its part is given too
tell-when-used = Tell the owner when it is used

# Today
today-next-session = Next session:
today-new-idea = Prepare an idea
today-paused = The talks pause: nothing is conveyed and no opening is held until they go on.
today-empty = Nothing waits for you. What a side says in its caucus appears here, and what you note on its behalf.
today-changed = Called back or corrected after it was conveyed
today-changed-hint = The other side has heard the old words. Tell it.
today-soon = Due within 24 hours
today-soon-none = Nothing is due.
today-later = Due within 72 hours
today-new = New from the sides
today-new-none = Nothing new.
today-may-cross = May be conveyed now
today-waits = Waits for its owner’s permission
today-unanswered = Conveyed, no answer yet
today-unread-back = Notes not yet read back
today-unread-back-hint = Read them to whoever said it, and note whether they stand by it.
today-note = Note what was said
today-note-hint = In the room of the side that said it.
today-pause = Pause
today-pause-link = Pause or resume the talks
look-as = Look as a side
look-as-hint = You see what they see in the rooms that you share. Each look is logged.
look-as-side = Look as { $of }

# Shuttle
shuttle-waiting = { $n ->
    [0] nothing new waits for you
    [one] one new message waits for you
   *[other] { $n_d } new messages wait for you
}
shuttle-prepared = { $n ->
    [one] one prepared
   *[other] { $n_d } prepared
}
shuttle-with-us = With us
shuttle-from = From { $of }
shuttle-to = To { $of }
shuttle-private = Private word of { $person }, { $of }
shuttle-open-caucus = open the caucus
shuttle-note = note what was said
shuttle-prepare = Prepare to convey
shuttle-told = They were told
shuttle-hold = Hold
shuttle-none-from = Nothing was said here yet. Note what you hear on its behalf.
shuttle-none-to = Nothing was conveyed yet.
shuttle-none-prepared = Nothing is prepared. Take up a message from a side, or put an idea of your own.
shuttle-next-opening = next opening
shuttle-offers = Seen by their owners only. What matches opens to its owners at once, as matched, ad referendum.

# Convey
convey-original = The original
convey-own = The mediators’ own idea: no message stands behind it. It goes as your own only if more than one side could have said it.
convey-open-message = Open the message
convey-to = To { $of }
convey-will-read = What they will read or hear
convey-will-read-hint = Each language version is its own words. The permission covers the version that will be read.
convey-version-in = Version in { $language }
convey-more = Conditions, what it answers, which language prevails
convey-prepare-reads = Only the mediators’ room reads a preparation. Nothing crosses yet.
convey-prepare-do = Keep as prepared
convey-nothing-crosses = Preparing sends nothing.
convey-against = It may not cross now:
convey-ask-do = Ask the owner’s permission
convey-permission = The permission relied on
convey-who-reads = On the next press { $of } receives exactly these words, with no author, time or link from elsewhere.
convey-do = Convey to { $of }
convey-done = Conveyed to { $of }
convey-done-hint = It can be corrected from here on, not called back.
convey-drop-do = Set aside
convey-no-trace = No author, no time and no number of the original goes with it.
with-none = crosses by itself
answers-none = answers nothing
prevails-not-agreed = not agreed

# Talk, message, note
talk-empty = Nothing was said here yet.
talk-note = Note what was said
talk-say = Say something
note-hint = Only the words are required. Everything else may stay not stated.
note-more = When, by what means, who was there, what it speaks of
note-own-voice = In your own voice only clarifications, holding replies, notes taken and procedure. Ideas are conveyed.
note-for-another = I note this on behalf of somebody else
note-who-reads = The side whose caucus this is reads this note, and these mediators. Nobody else.
note-do = Put the note into the record
say-more = On behalf of somebody, and what it speaks of
say-who-reads = Whoever may enter this room reads it. The band above says who that is.
say-do = Say it in this room
said-in-same = the language of the note
noted-at = Noted at
noted-by = Noted by
message-first-words = The words as first given
message-versions = Language versions
message-permissions = Permissions
message-answers = It answers
message-answered-by = Answers to it
message-answer = Answer
message-arrived = How it came
message-noted = How it was noted
message-proof = Proof of the formal message
asked-title = The mediators ask whether they may carry this to { $of }
asked-what = Exactly this would be read or heard:
asked-waits = It waits for the owner’s answer.
permit-title = Give or note a permission
permit-hint = Silence is not permission. Until you permit it, nothing crosses.
permit-conditions = Conditions
permit-proof-hint = You prove with passphrase and code that it is you who permits exactly this.
permit-do = Permit exactly this
permit-note-do = Note this permission
decline-title = Do not permit
decline-do = Decline
withdraw-do = Withdraw the permission
withdraw-hint = A permission can be withdrawn until the words are out. You are not told here whether they are.
read-back-title = Read back
read-back-hint = Read the note to whoever said it.
read-back-question = Does the speaker stand by it?
read-back-yes = Yes, as noted
read-back-no = No, it was said otherwise
read-back-do = Note the answer
correct-title = Correct
correct-hint = The first words stay in the record beside the new ones.
correct-do = Correct
recall-title = Call back
recall-hint = What was not conveyed yet will not be. You are not told here whether it was.
recall-do = Call it back
translate-title = Add a language version
translate-do = Add this version

# The sheet and the telephone
sheet-hint = Print it, write by hand, type the lines in later by number.
sheet-present = Present:
sheet-line = Line
sheet-time = Time
sheet-who = Who, by what means
sheet-words = Words (“exact” in quotation marks)
shell-title = Note without a network
shell-hint = The note is kept encrypted on this telephone, sent when there is a network, and then gone from it.
shell-room = Room
shell-keep = Keep the note
shell-wipe = Wipe all notes from this telephone
shell-saved = Kept on this telephone.
shell-sent = Sent and gone from this telephone.
shell-waiting = Notes waiting:
shell-refused = Not sent; it stays here. Sign in, then open this page again.
shell-needs-script = Without scripts use the ordinary note page, or the printed sheet.
shell-limit = At most { $n_d } notes wait on a telephone.

# My view
my-say-to = Say something to { $of }
my-quiet = Nothing waits for you. What the mediators bring, and what they ask, appears here.
my-caucus = Caucus with { $with }
my-private-word = Private word with { $with }
my-asked = Asked of you
my-answer-ask = Permit or decline
my-to-answer = Brought to you, not answered yet
my-holding = Permissions that hold
my-latest = Latest
my-mandates = Mandates
my-next-opening = Next opening for conditional offers
my-what-others-see = What others see
my-what-others-see-hint = Nobody outside your delegation reads its own room. A caucus is read by its mediators. The other side learns only what you permit, when it is conveyed; you are not told when, unless your permission asks for it.

# Positions
positions-hint = Private positions stand only in your own rooms.
positions-empty = No issue is on the shared list yet. A mediator enters issues on the roadmap.
positions-caption = Issue by party: the latest private, carried and public position of each.
positions-no-data = no data
positions-apart = their latest words differ
positions-same = the same words
positions-older = { $n ->
    [one] one earlier
   *[other] { $n_d } earlier
}
positions-add = Note a position
positions-add-do = Note this position
sticking-title = Sticking points
sticking-none = None is entered.
sticking-no-data = no movement is noted
sticking-stalled = no movement for 72 hours
sticking-since = since
sticking-moves = { $n ->
    [one] one movement
   *[other] { $n_d } movements
}
sticking-move = Note a movement
sticking-move-do = Note it
sticking-add = Enter a sticking point
sticking-add-do = Enter it

# Offers
offers-hint = If they agree to this, we agree to that. Only your delegation’s head lodges; nobody else sees it.
offers-hint-mediator = You announce openings. You see no offer unless its owner lets you, and then in its caucus.
offers-own = Our offers
offers-none = None is lodged. An offer takes part in the next opening.
offers-openings = Openings
offers-no-opening = None is announced.
offer-n = our offer { $n_d }
offer-if = If they agree to
offer-then = we agree to
offer-leave-open = nothing on this
offer-mediators-see = the mediators may see it
offer-mediators-may-see = Let the mediators see it
offer-reaffirm = Reaffirm
offer-withdraw = Withdraw after the next opening
offer-lodge = Lodge an offer
offer-lodge-do = Lodge it
offer-no-issues = No issue on the shared list has named options yet.
offer-who-sees = It binds until its time is over. What does not match stays unseen.
opening-held = held
opening-announced = announced
opening-nothing = None of our offers matched.
opening-matched = Matched, ad referendum:
opening-hold = Hold the opening
opening-announce = Announce an opening
opening-announce-do = Announce to all
opening-who-sees = Everyone in the talks reads that it is announced and when.

# Roadmap and session
roadmap-hint = The same for everyone in the talks.
roadmap-empty = No round is entered yet. A mediator enters rounds and sessions.
roadmap-next = What comes next
roadmap-next-none = Not stated.
roadmap-attempts = Earlier attempts
roadmap-who = Who takes part
round-n = Round { $n_d }
round-no-session = No session yet.
round-add = Add a round
round-add-do = Add the round for all
step-open = to come
step-done = done
step-done-do = Note as done
step-add = Add what comes next
step-add-do = Add it for all
issue-add = Add an issue
issue-add-do = Add the issue for all
attempt-add = Add an earlier attempt
attempt-add-do = Add it for all
session-add = Add a session
session-add-do = Set the session for all
session-who = Who is in the room
session-from = From when, if not from the start
session-who-not-stated = Who meets whom is not stated.
session-ended = ended
session-under-way = under way
session-to-come = to come
session-agenda = Agenda
session-minutes = Minutes you may read
session-minutes-none = None in your rooms.
session-end = End of the session
session-end-do = Note that it ended
attends-from = from
attends-since = since
part-guarantees = guarantor as well, in a room apart
place-not-stated = place not stated
minutes-add = Keep minutes
minutes-hint = The room you choose says who reads them.
minutes-do = Put the minutes into this room
announce-who-reads = What you enter here is read by everyone in the talks.
pause-title = Pause the talks
pause-hint = While the talks pause nothing is conveyed, no opening is held and offers are withheld. The agreement’s own deadlines go on.
pause-do = Pause the talks
resume-hint = Offers stay withheld until their owners reaffirm them.
resume-do = Resume the talks

# Statements
statements-hint = Held apart from what is said in caucus. Each with whoever carried it.
statements-empty = No public statement is entered.
statement-quoted = quotation
statement-in-our-words = in our words
statement-add = Enter a public statement
statement-add-do = Enter it for all
filter-do = Show

# Record
record-size = { $n ->
    [one] one entry in this room
   *[other] { $n_d } entries in this room
}
record-mine = Mine only
record-export = Take as a file
record-n = Entry
record-kind = Kind
record-by = Written by
record-at = At
record-of = on { $n_d }
record-receipt = Receipt
record-receipt-open = open
record-none = Nothing here.
record-head = Signed head of this log
record-head-hint = Whoever keeps a receipt can show with it that nothing before it was changed or left out.
record-key = Key that checks it
erase-title = Erase
erase-hint = By two persons: one proposes, another confirms with a proof. The number and the receipt stay, as erased.
erase-propose = Propose an erasure
erase-propose-do = Propose
erase-proposed = Proposed: entry { $n_d }
erase-reaches = It reaches the sealed words, their opening and key, the room’s snapshot and the write-ahead log.
erase-cannot-reach = It cannot reach what was conveyed, files that were taken, and backups until they expire.
erase-confirm-do = Confirm and erase
receipt-hint = Keep it. With it anybody can check, without this machine, that the entry is in the log.
receipt-file = Take as a file
receipt-erased = The words of this entry were erased, as the log says.

# Search and palette
search-label = Words
search-hint = In your own rooms only. Spelling of Arabic and Hebrew letters, vowel signs and digits does not matter.
search-empty = Type a word.
search-none = Nothing in your rooms.
search-more = There is more. Use more words.
palette-none = No page of that name.
keys = Keys
keys-move = next and previous
keys-open = open

# Access
me-access = What you may do, and where
me-access-hint = Nobody reads or acts in a room that is not listed here.
me-sessions = Your sessions
me-keys = Keys
me-keys-off = Switch single keys off in this browser
session-this = this one
session-other = another
session-lasts = until
session-end-this = End it
people-hint = Accounts and roles. The keeper reads nothing that is said.
people-empty = Nobody has an account.
people-ended = access ended
people-set-up = has set a passphrase
people-not-set-up = not set up yet
people-sessions = { $n ->
    [one] one session
   *[other] { $n_d } sessions
}
people-sign-in = Issued name
people-may = What this role may do, and where
people-invite = Invite
people-clock = The clock
people-clock-back = This machine’s clock was set back. Nothing is written until you say that it is right as it stands. Entries keep the order in which they were written; deadlines, and leave that lapses, go by the clock as it stands.
people-clock-now = It shows
people-clock-before = It had shown
people-clock-right = It is right as it stands: go on
people-end-sessions = End sessions
people-end-access = End access at once
people-role-do = Change role
people-add = Add a person
people-add-do = Add
invited-title = Invitation made
invited-hint = Give this address to the person by a safe way. It works once, for three days, and is shown only now.

# Words and keys
handbook-carrying = A side says something in its caucus. The mediators prepare what may cross and ask. The owner permits it, in a stated form. Only then it is conveyed, as a new entry in the other side’s caucus.
handbook-receipts = Receipts
handbook-receipts-text = Each act is answered with a receipt. Keep it: it shows later, without this machine, that the entry was there and that nothing before it was changed.
handbook-limits = What this cannot do
handbook-limits-text = It does not protect against programs on your own device, photographs, the timing of replies, a court’s order to whoever runs the machine, or memory.

## Marking words of the original.
mark-words = Mark the chosen words
unmark-words = Take the mark off
mark-sentences = Choose by sentence

# A second calendar
second = { $day } { $month } { $year }
hijri-1 = Muharram
hijri-2 = Safar
hijri-3 = Rabi al-Awwal
hijri-4 = Rabi al-Thani
hijri-5 = Jumada al-Ula
hijri-6 = Jumada al-Akhira
hijri-7 = Rajab
hijri-8 = Shaaban
hijri-9 = Ramadan
hijri-10 = Shawwal
hijri-11 = Dhu al-Qaada
hijri-12 = Dhu al-Hijja
hebrew-1 = Tishri
hebrew-2 = Heshvan
hebrew-3 = Kislev
hebrew-4 = Tevet
hebrew-5 = Shevat
hebrew-6 = Adar
hebrew-7 = Nisan
hebrew-8 = Iyar
hebrew-9 = Sivan
hebrew-10 = Tammuz
hebrew-11 = Av
hebrew-12 = Elul
hebrew-5-leap = Adar I
me-reading = How you read
me-reading-do = Read so
field-digits = Digits
field-calendar = Second calendar
digits-of-language = those of the language
calendar-none = none

# Drawings.
draw-acts-given = Acts given
draw-ahead = { $who }: { $acts } ahead
draw-and = , { "" }
draw-ban = ban
draw-full-sign = Filled: cannot be taken back
draw-gap = nothing answers
draw-kept = kept up
draw-left-out = Left out, since they cannot happen: { $clauses }
draw-may = may
draw-nobody-first = Nobody can go first
draw-not-agreed = time not agreed
draw-phase = Phase { $n_d }
draw-shortened = Not to scale: distances are shortened
draw-takes = nobody’s choice
draw-within = within { $time } of its condition
