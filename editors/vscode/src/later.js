// What is asked for often and done once.
'use strict';

/** A function that does `work` when nobody has called it for some milliseconds. */
function debounced(work, milliseconds) {
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

module.exports = { debounced };
