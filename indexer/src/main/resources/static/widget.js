/* Vakoogst: the newest of a trade or a search in any page, by one script tag. Nothing of the page reaches in, nothing of this reaches out. */
(function () {
  'use strict';
  var tag = document.currentScript;
  if (!tag) { return; }
  var base = new URL(tag.src).origin;
  var asked = ['q', 'trade', 'type', 'audience', 'level', 'licence', 'language', 'source', 'sort'];
  var words = {
    nl: { title: 'Leermateriaal van Vakoogst', none: 'Niets gevonden.', away: 'De lijst kan nu niet getoond worden.', all: 'Alles bekijken op Vakoogst', licence: 'licentie', unknown: 'licentie niet vermeld', busy: 'Laden…', reserved: 'tekst- en datamining voorbehouden' },
    fr: { title: 'Ressources de Vakoogst', none: 'Aucun résultat.', away: 'La liste ne peut pas être affichée pour le moment.', all: 'Tout voir sur Vakoogst', licence: 'licence', unknown: 'licence non précisée', busy: 'Chargement…', reserved: 'fouille de textes et de données réservée' },
    en: { title: 'Learning material from Vakoogst', none: 'Nothing found.', away: 'The list cannot be shown now.', all: 'See all on Vakoogst', licence: 'licence', unknown: 'licence not stated', busy: 'Loading…', reserved: 'text and data mining reserved' }
  };
  var page = (document.documentElement.lang || 'nl').slice(0, 2);
  var lang = words[tag.dataset.lang] ? tag.dataset.lang : words[page] ? page : 'nl';
  var say = words[lang];
  var size = Math.min(20, Math.max(1, parseInt(tag.dataset.size, 10) || 5));
  // Sizes hang on the reader's own, not on the page's root; rules within win over those of the page only where they are important.
  var look = ':host{all:initial!important;display:block!important;color-scheme:light dark!important}' +
    'section{font:medium/1.5 system-ui,sans-serif;color:CanvasText;background:Canvas;border:1px solid GrayText;border-radius:.5em;padding:1em;text-align:start}' +
    'h2{font-size:1.125em;line-height:1.3;margin:0 0 .5em}ul{list-style:none;margin:0;padding:0}li{padding:.5em 0;border-top:1px solid GrayText}' +
    'a{color:LinkText;overflow-wrap:anywhere}li>a{font-weight:600}a:focus-visible{outline:3px solid LinkText;outline-offset:2px}p{margin:.25em 0 0;font-size:.875em}';

  var host = document.createElement('div');
  host.className = 'vakoogst';
  var root = host.attachShadow({ mode: 'open' });
  if (root.adoptedStyleSheets && window.CSSStyleSheet && 'replaceSync' in CSSStyleSheet.prototype) {
    var sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
    root.adoptedStyleSheets = [sheet];
  }

  function add(parent, name, text) {
    var element = document.createElement(name);
    if (text) { element.textContent = text; }
    return parent.appendChild(element);
  }
  function link(parent, href, text) {
    var anchor = add(parent, 'a', text);
    anchor.href = href;
    anchor.rel = 'noopener';
    return anchor;
  }
  function web(url) { return /^https?:\/\//.test(url || '') ? url : ''; }

  var section = add(root, 'section');
  section.lang = lang;
  section.setAttribute('aria-labelledby', 'title');
  add(section, 'h2', tag.dataset.title || say.title).id = 'title';
  var status = add(section, 'p', say.busy);
  status.setAttribute('role', 'status');

  var query = new URLSearchParams();
  asked.forEach(function (name) { if (tag.dataset[name]) { query.set(name, tag.dataset[name]); } });
  var shown = new URLSearchParams(query);
  shown.set('lang', lang);
  if (!query.has('sort') && !query.has('q')) { query.set('sort', 'newest'); }
  query.set('size', size);
  query.set('facets', 'none');
  query.set('lang', lang);

  function rights(item, parent) {
    var licence = item.licence || {};
    if (web(licence.uri)) {
      link(parent, licence.uri, say.licence + ': ' + (licence.id || licence.uri)).setAttribute('rel', 'license noopener');
    } else {
      parent.append(licence.text || say.unknown);
    }
    if ((item.reservations || []).length) { parent.append(' · ' + say.reserved); }
  }
  function entry(item, list) {
    var line = add(list, 'li');
    var title = link(line, base + '/go/' + item.id + (tag.dataset.q ? '?q=' + encodeURIComponent(tag.dataset.q) : ''), item.title);
    if (item.languages && item.languages[0]) { title.lang = item.languages[0]; }
    var by = (item.creators || []).map(function (creator) { return creator.name; });
    if (item.source) { by.push(item.source.name); }
    var below = add(line, 'p', by.join(' · ') + ' · ');
    rights(item, below);
  }

  fetch(base + '/api/search?' + query, { credentials: 'omit' }).then(function (answer) {
    if (!answer.ok) { throw new Error(answer.status); }
    return answer.json();
  }).then(function (found) {
    status.textContent = found.hits.length ? '' : say.none;
    status.hidden = found.hits.length > 0;
    if (found.hits.length) {
      var list = add(section, 'ul');
      found.hits.forEach(function (item) { entry(item, list); });
    }
    link(add(section, 'p'), base + '/?' + shown, say.all);
  }).catch(function () {
    status.textContent = say.away + ' ';
    link(status, base + '/?' + shown, say.all);
  });

  tag.parentNode.insertBefore(host, tag.nextSibling);
})();
