attribute process.part_number : text { read_by: nobody }
