// The search box of a list: rows that have every word that was typed stay.
(function () {
  'use strict';
  var texts = JSON.parse(document.getElementById('peil-index').textContent).map(plain);
  var rows = Array.from(document.querySelectorAll('#list tbody tr'));
  var box = document.getElementById('search');
  var found = document.getElementById('found');

  // Without capitals and marks: "sudwest" finds Súdwest-Fryslân.
  function plain(text) {
    return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  }

  function search() {
    var words = plain(box.value).split(/\s+/).filter(Boolean);
    var count = 0;
    rows.forEach(function (row, i) {
      var shown = words.every(function (word) { return texts[i].indexOf(word) >= 0; });
      row.hidden = !shown;
      count += shown ? 1 : 0;
    });
    found.textContent = words.length === 0 ? ''
      : count === 1 ? found.dataset.one : found.dataset.more.replace('#', count);
  }

  box.addEventListener('input', search);
  search();
})();
