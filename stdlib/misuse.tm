/// Being written.
