# Roles, rights, kinds of entries, what is due, where a message stands; refusals; faults of the record.

## What a person is in the talks.
role-head = Head of delegation
role-member = Member of delegation
role-mediator = Mediator
role-guarantor = Guarantor
role-intermediary = Intermediary
role-observer = Observer
role-interpreter = Interpreter
role-note-taker = Note-taker
role-keeper = Keeper of the directory

## What can be done in a room.
verb-read = read
verb-say = say or note something
verb-permit = give or withdraw permission
verb-note-permit = note a permission
verb-convey = prepare and convey
verb-announce = announce to all
verb-offer = lodge conditional offers
verb-erase = propose or confirm an erasure
verb-keep = keep the directory

## What a body is in the talks.
part-side = Side
part-mediator = Mediator
part-guarantor = Guarantor
part-intermediary = Intermediary
part-observer = Observer

## Kinds of entries.
kind-opened = Room opened
kind-party = Party
kind-message = Message
kind-read-back = Read back
kind-recalled = Recalled
kind-corrected = Corrected
kind-translated = Language version
kind-asked = Permission asked for
kind-permitted = Permission
kind-declined = Permission not given
kind-withdrawn = Permission withdrawn
kind-used = Permission used
kind-arrived = Conveyed to this side
kind-prepared = Preparation
kind-dropped = Preparation set aside
kind-held = Held
kind-conveyed = Conveyed
kind-round = Round
kind-session = Session
kind-session-ended = Session ended
kind-minutes = Minutes
kind-step = Next step
kind-step-done = Step taken
kind-attempt = Earlier attempt
kind-issue = Issue
kind-mandate = Mandate
kind-position = Position
kind-sticking-point = Sticking point
kind-moved = Movement of a sticking point
kind-statement = Public statement
kind-offer = Conditional offer
kind-offer-withdrawn = Offer withdrawn
kind-reaffirmed = Offer reaffirmed
kind-opening = Opening announced
kind-opening-held = Opening held
kind-opening-result = Result of an opening
kind-paused = Talks paused
kind-resumed = Talks resumed
kind-erasure-proposed = Erasure proposed
kind-erased = Erased
kind-looked-as = Looked at a side’s screens
kind-list = List
kind-list-rows = Rows of a list
kind-counts = Stated counts
kind-entry-claim = Claim about a person
kind-entry-stage = Where a person’s entry stands
kind-pairing = Two lists side by side
kind-pair-decided = Decision over a pair
kind-estimate = Estimates
estimate-packages = Packages
estimate-home = At home
kind-plan = Plan of an exchange
kind-movement = Movement order
kind-movement-answer = Answer to a movement order
kind-movement-log = Log of a movement
kind-movement-count = Count of a movement
kind-initialled = Clause initialled
kind-reopened = Clause reopened
kind-alternative-held = Alternative held
kind-clause-read = Reading of a clause
kind-finding-aside = Finding set aside

## What is due.
due-permission-expires = Permission ends
due-permission-begins = Permission begins
due-opening = Opening of conditional offers
due-session = Session begins
due-step = Next step due

## Where a message stands with the mediators.
stage-new = new
stage-held = held
stage-in-preparation = in preparation
stage-waits-for-leave = waits for permission
stage-may-cross = may cross
stage-conveyed = conveyed
stage-recalled = recalled
stage-changed-after = changed after it was conveyed

## How a conditional offer stands.
offer-live = live
offer-leaving = withdrawn after the next opening
offer-withheld = withheld until reaffirmed
offer-over = over

## What was sent cannot be used as it is.
bad-in-line = In line { $line_d } of the file:
bad-no-words = There is no text. Write the words and send again.
bad-too-long = The text is too long: it has { $has ->
        [one] { $has_d } kilobyte
       *[other] { $has_d } kilobytes
    }, and { $most ->
        [one] { $most_d } is
       *[other] { $most_d } are
    } allowed. Divide it into parts.
bad-no-such-entry = This room has no entry { $n_d } of the kind “{ $kind }”. Check the number.
bad-message-gone = The words it rests on were erased. Set it aside, or prepare it anew.
convey-rests-unseen = It rests on words that are not in your rooms; whoever may read them can say whether it may cross.
bad-no-such-party = { $party } is not a body of these talks. Choose one from the list.
bad-no-such-issue = { $issue } is not on the list of issues common to all. Choose one from the list, or have it entered first.
bad-no-such-person = There is no person { $person } in the directory. Check the name.
bad-no-such-delegate = { $person } is not a delegate of a side. A private word is opened for a delegate only.
bad-no-mediator = The talks need a mediator who convenes them. Name one.
bad-no-name = The person has no name. Enter the name as it should be shown.
bad-speaker-not-here = { $party } does not speak in this room. Choose the side of this room or its mediators.
bad-answers-nothing = Entry { $n_d } is not a message that can be answered. Check the number.
bad-ask-of-another = Request { $n_d } is about another message. Answer the request that belongs to this one.
bad-who-permitted = Nobody is named as having given the permission. Enter the person’s name.
bad-expired-already = The permission would have ended on { $until }. Choose a later time.
bad-said-what-instead = The speaker did not stand by the note. Write what the speaker said instead.
bad-who-checked = A checked translation needs the name of the person who checked it. Enter the name.
bad-not-from-a-caucus = Only words from a side’s caucus can be prepared for carrying. Choose a message from a caucus.
bad-opening-beforehand = An opening is announced beforehand. Choose a time that is still to come.
bad-no-such-text = Entry { $n_d } is no version of the text in this room. Check the number.
bad-no-such-clause = This version has no clause { $clause }. Check the number.
bad-no-such-letter = Bracket { $bracket } has no alternative { $letter }. Choose one of its letters.
bad-no-such-finding = The checks do not find this in this version. Open the page again.
bad-who-initialled = Nobody is named. Enter the name of the person.
bad-nothing-to-erase = There is nothing to erase at number { $n_d }. Check the number.

## The rules stand against it.
refused-clause-in-brackets = Something in clause { $clause } is not agreed. Settle it before it is initialled.
refused-initials-bind = Initials bind at least this far: { $standing }. Say less than that as a remark.
refused-already-initialled = { $by } has initialled these words of clause { $clause } already.
refused-not-initialled = Nobody of this side has initialled these words of clause { $clause }; there is nothing to reopen.
refused-clause-reads-itself = Clause { $clause } is written in the forms: its words are its reading. Change the words.
refused-text-holds-our-own = There are comments, readings or sources in this text, which are the mediators’ own. Take them out before it is put before a side.
refused-clause-closed = Every side has initialled the words of { $clauses }. They stay as they are unless a side reopens them by name.
refused-nothing-returned = Nothing in this file differs from the version that was given out.
refused-not-yours = This needs the right to { $verb } in this room, which you do not have. Ask the keeper of the directory if this is wrong.
refused-clock-set-back = The clock of this machine was set back. Nothing is written, so that no hour is recorded twice, until the keeper has looked at the clock. What you sent was not kept.
refused-only-looking = You are looking at a side’s screens as that side sees them. Return to your own to act.
refused-not-in-this-room = This is not entered in this room. Go to the room where it belongs.
refused-nothing-said-here = Nothing is said in this room; it holds only what is common to all or public. Choose a caucus or your own room.
refused-speaks-for-own-side = You can speak here for your own side only. To record another’s words, make a note on that side’s behalf.
refused-ideas-are-conveyed = The mediators’ ideas reach a side by conveying, where “who could have said this?” is asked. Prepare it there.
refused-above-mandate = The speaker’s mandate goes no further than this: { $standing }. Lower the standing, or note a new mandate first.
refused-not-a-note = This message was written by its speaker and needs no reading back.
refused-already-recalled = Message { $n_d } is recalled already. Nothing more is needed.
refused-one-original = A message has one original. Enter these words as a translation, or correct the message.
refused-not-the-owner = Only the owner of the words, or a mediator noting on the owner’s behalf, can do this.
refused-our-own-needs-no-leave = This is the mediators’ own thought; there is no owner to ask. Convey it, or set it aside.
refused-already-asked = This leave is asked for already and waits for an answer.
refused-already-answered = Request { $n_d } has been answered already. Ask again if something has changed.
refused-own-permission-is-proved = Your own permission is given by proof. Choose that form and confirm with your passphrase and code.
refused-proof-is-the-owners = Only the owner can give a proof. Note the permission as signed paper, spoken, or standing within limits.
refused-to-its-owner = These words belong to the side they would go to. Choose another receiver.
refused-no-room-of-theirs = { $party } has no room in which it can receive this. Ask the keeper of the directory.
refused-already-withdrawn = Entry { $n_d } is withdrawn already. Nothing more is needed.
refused-not-a-sides-words = These are not the words of the side of that caucus. Choose a message of the side.
refused-partner-is-settled = Preparation { $n_d } was conveyed or set aside and cannot cross together with this one. Choose another.
refused-already-settled = Preparation { $n_d } was conveyed or set aside already. Prepare it anew if it is still needed.
convey-words-used-missing = The permission leaves the words to the mediators. Note the words that were used, to whom and when.
refused-already-paused = The talks are paused already.
refused-not-paused = The talks are not paused.
refused-while-paused = No opening is held while the talks are paused. Resume the talks first.
refused-position-of-another = Positions of another side are not entered in this room. Enter it in that side’s caucus.
refused-offer-over = Offer { $n_d } has expired, was withdrawn or has matched. Lodge a new one.
refused-opening-not-yet = This opening is announced for { $from }. It can be held from then on.
refused-opening-held = Opening { $n_d } has been held already. Announce another.
refused-cannot-be-erased = Entry { $n_d } is needed to understand the record and cannot be erased.
refused-two-persons = An erasure needs two persons. Somebody other than the one who proposed it must confirm.
refused-already-erased = Entry { $n_d } is erased already.
refused-case-exists = There is a case named { $case } already. Choose another name.
refused-person-exists = { $person } is in the directory already. Choose another name.
refused-own-access = You cannot end your own access. Another keeper must do it.
refused-cannot-be-written = This act could not be put into the form in which it is kept. Nothing was done; tell whoever keeps the program.
refused-entry-unreadable = Entry { $n_d } cannot be read by this version of the program. Use the version that wrote it, or a later one.

## Faults of the record.
record-full = The disk at { $place } is full. Nothing of this act was kept. Free some space and send it again; what was acknowledged before is safe.
record-torn = The store at { $place } is damaged ({ $what }). Stop the program, keep a copy of the folder and restore the latest backup; receipts show what the backup lacks.
record-altered = In the record of { $place }, entry { $n_d } is not as it was sealed ({ $what }). Stop the program, keep a copy of the folder as evidence, and compare it with a backup and with the parties’ receipts.
record-altered-whole = The record of { $place } is not as it was sealed ({ $what }). Stop the program, keep a copy of the folder as evidence, and compare it with a backup and with the parties’ receipts.
record-locked = Another program is using the store at { $place }. Stop it, or wait until it has ended.
record-key-reused = This request was sent before with other words, as entry { $n_d }. Open the page again and send the new words from there.
record-not-there = This is not in the store: { $what }. Check the address.
record-exists = This is in the store already: { $what }. Choose another name, or open what is there.
record-wrong-key = The passphrase or recovery text does not open { $place }. Try again, or use the other key; if both are lost, so is the store.
record-layout = { $place } cannot be opened as a store ({ $what }). Use the version of the program that made it, or a later one.
record-refused = The record did not accept this ({ $what }). Change the request.
record-disk = { $place } could not be read or written ({ $what }). Check the disk and the permissions of the folder, then send the request again.

## Projections.
bad-no-projection = This file is not what one person may read of a case. Choose a file that was made by `caucus export`.

# Lists and movements.
refused-list-has-a-later-version = The list has a later version, entry { $n_d }. Import the new one as the next version of that.
refused-list-without-an-entry = No row of the list can be an entry; nothing was kept.
bad-list-too-long = A list may have { $most_d } entries at most. Send it in parts.
bad-count-without-a-source = A count needs who states it, and where that is read.
bad-not-on-the-list = No such entry stands on the list.
bad-claim-without-a-claimant = Who says so must be named.
bad-one-list-twice = The two lists are one. Choose another.
bad-no-such-gate = The order names no such gate.
bad-paper-line-twice = Line { $line_d } of the paper is in the log already, as entry { $n_d }. Correct that entry, or take the next line.
refused-corrected-before = That line was corrected before. Correct the line that took its place.
