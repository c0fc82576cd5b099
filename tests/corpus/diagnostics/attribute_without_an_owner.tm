attribute batch_number : text "What is the batch number of {self}?"
