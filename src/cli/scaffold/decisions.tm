// Decisions about threats. `ward respond RULE@element` writes a skeleton here; `ward respond --stamp` records what a decision rests on.
