attribute process.batch_number : string
