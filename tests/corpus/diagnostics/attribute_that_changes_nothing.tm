attribute process.part_number : text
