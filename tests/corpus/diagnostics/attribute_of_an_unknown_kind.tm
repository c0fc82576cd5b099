attribute proces.batch_number : text
