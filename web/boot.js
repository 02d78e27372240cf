// The page's loader, and the only code of the page that may open a connection: it asks for the app's own files, then
// tightens the page's policy so that nothing can be fetched or sent any more, and only then starts the app.
// The second module, which reads files of other formats in workers, is asked for at the same time but received later: a
// policy stops what is asked for after it, not what is still on its way. So the first screen waits for the answer to
// that request at most (its head, which is there long before the app's module), never for the module.
// Plain old syntax, so that a browser too old for the app can still say so.
'use strict';
(function () {
  // The policy in index.html does not cover WebRTC.
  ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel'].forEach(function (name) { delete window[name]; });

  /** What keeps the app's own files, so that it opens without a network. */
  var OFFLINE = 'sw.js';
  var workerUrls = [];
  // The one Trusted Types policy of the page. It makes script addresses only of the workers built below.
  var policy = window.trustedTypes
    ? window.trustedTypes.createPolicy('emic', {
        createScriptURL: function (url) {
          if (workerUrls.indexOf(url) >= 0 || url === OFFLINE) return url;
          throw new TypeError('Emic starts no script but its own workers.');
        },
      })
    : { createScriptURL: function (url) { return url; } };

  var WORDS = {
    en: {
      dir: 'ltr',
      panicTitle: 'Emic has stopped',
      panic: 'An error inside Emic stopped it, and nothing more is written from this page. ' +
        'Everything that was shown as saved is kept. Reload to go on from there.',
      details: 'Technical details',
      reload: 'Reload',
      old: 'This browser is too old for Emic. Please update it, or open Emic in a current Firefox, Chrome, Edge or Safari.',
      failed: 'Emic could not be loaded. Check the connection, then reload. Your projects in this browser are untouched.',
    },
    ar: {
      dir: 'rtl',
      panicTitle: 'توقّف Emic',
      panic: 'أوقف خطأٌ داخلي Emic، ولن يُكتب شيء بعد الآن من هذه الصفحة. ' +
        'كل ما ظهر أنه محفوظ باقٍ كما هو. أعد تحميل الصفحة لتتابع من هناك.',
      details: 'تفاصيل تقنية',
      reload: 'إعادة التحميل',
      old: 'هذا المتصفح أقدم من أن يشغّل Emic. حدِّثه، أو افتح Emic في إصدار حديث من Firefox أو Chrome أو Edge أو Safari.',
      failed: 'تعذّر تحميل Emic. تحقق من الاتصال ثم أعد تحميل الصفحة. مشاريعك في هذا المتصفح لم تُمسّ.',
    },
  };
  var started = false;
  /** Whether the page comes from `trunk serve`, which says so (Trunk.toml). */
  var forDevelopers = false;

  /** The words in the app's language, or before the app runs in the browser's. */
  function words() {
    var lang = started ? document.documentElement.lang : navigator.language;
    return /^ar\b/i.test(lang || '') ? WORDS.ar : WORDS.en;
  }

  function element(name, parent, text) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  }

  function reloadButton(parent) {
    var button = element('button', parent, words().reload);
    button.type = 'button';
    button.addEventListener('click', function () { location.reload(); });
    return button;
  }

  /** Replaces the wait by a message that the app cannot start. */
  function cannotStart(message, canReload) {
    document.documentElement.dir = words().dir;
    document.body.textContent = '';
    var main = element('main', document.body);
    main.className = 'boot-message';
    main.setAttribute('role', 'alert');
    element('h1', main, 'Emic');
    element('p', main, message);
    if (canReload) reloadButton(main);
  }

  // Read by the app before it stores anything: what a crashed app holds must not be written.
  window.__emicPanicked = false;

  /** Called by the app's panic hook: says what happened, once, and offers the last saved state. */
  window.emic_panic = function (message) {
    if (window.__emicPanicked) return;
    window.__emicPanicked = true;
    var text = words();
    var dialog = element('dialog', null);
    dialog.className = 'boot-dialog';
    dialog.dir = text.dir;
    dialog.setAttribute('role', 'alertdialog');
    element('h2', dialog, text.panicTitle).id = 'boot-panic-title';
    element('p', dialog, text.panic).id = 'boot-panic-text';
    dialog.setAttribute('aria-labelledby', 'boot-panic-title');
    dialog.setAttribute('aria-describedby', 'boot-panic-text');
    var details = element('details', dialog);
    element('summary', details, text.details);
    var report = element('pre', details, String(message));
    report.dir = 'ltr';
    report.tabIndex = 0;
    var reload = reloadButton(dialog);
    // The dead app behind it must not come back by Escape. A browser that is refused once closes at the second Escape
    // all the same: it must not hear of any.
    dialog.setAttribute('closedby', 'none');
    dialog.addEventListener('keydown', function (event) { if (event.key === 'Escape') event.preventDefault(); });
    dialog.addEventListener('cancel', function (event) { event.preventDefault(); });
    dialog.addEventListener('close', function () { dialog.showModal(); });
    // An open modal dialog of the app would keep everything outside it inert: ours must be the last one opened.
    document.body.appendChild(dialog);
    dialog.showModal();
    reload.focus();
  };

  /** A trap in the module ends the app even where its panic hook was not reached (out of memory, stack overflow). */
  function trapped(error) {
    if (error instanceof WebAssembly.RuntimeError) window.emic_panic(error.message);
  }

  function enough() {
    return typeof WebAssembly === 'object' && typeof WebAssembly.compileStreaming === 'function' &&
      typeof HTMLDialogElement === 'function' && typeof structuredClone === 'function' &&
      typeof Array.prototype.at === 'function' &&
      typeof ResizeObserver === 'function' && 'adoptedStyleSheets' in document;
  }

  function fetchOwn(url, options) {
    return fetch(url, Object.assign({ credentials: 'same-origin' }, options)).then(function (response) {
      if (!response.ok) throw new Error(response.status + ' ' + url);
      return response;
    });
  }

  /** Some static hosts do not know the type of wasm files. */
  function compile(response) {
    return /^application\/wasm/.test(response.headers.get('content-type') || '')
      ? WebAssembly.compileStreaming(response)
      : response.arrayBuffer().then(WebAssembly.compile);
  }

  function textOf(response) { return response.text(); }

  /** How long the start waits for the answer to the request for the second module, once all else is there. */
  var PATIENCE = 2000;

  /**
   * Asks for the second module and its glue. Gives both answers, whose bodies may still be on their way, or null if there
   * are none in time. Their names have no hash in them: so it is asked whether what the browser keeps is still right.
   */
  function askForReaders(soonEnough, version) {
    var giveUp = new AbortController();
    var options = { priority: 'low', cache: 'no-cache', signal: giveUp.signal };
    // Under a name of this version's own, so that what is kept of them goes with this version of the app (see sw.js).
    var own = '?with=' + encodeURIComponent(version);
    var answers = Promise.all([
      fetchOwn('emic-readers_bg.wasm' + own, options), fetchOwn('emic-readers.js' + own, options),
    ]);
    var late = soonEnough.then(function () {
      return new Promise(function (resolve) { setTimeout(resolve, PATIENCE, null); });
    });
    return Promise.race([answers, late]).catch(function (error) {
      console.warn(error);
      return null;
    }).then(function (got) {
      if (got === null) giveUp.abort();
      return got;
    });
  }

  /** Policies only ever add up: from here on the page and its workers can neither fetch nor send. */
  function tighten() {
    var meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = "connect-src 'none'; img-src data: blob:; frame-src 'none'; style-src-elem 'none'; font-src 'none'; manifest-src 'none'";
    document.head.appendChild(meta);
  }

  // Runs in each worker before anything else: the first message is the compiled module, all later ones are the module's.
  var WORKER = '\nself.emic_panic = function (message) { throw new Error(message); };\n' +
    'self.onmessage = function (event) { self.onmessage = null; wasm_bindgen.initSync({ module: event.data }); ' +
    'self.postMessage("emic-worker-ready"); };\n';

  /**
   * What starts a worker with a module: it posts "emic-worker-ready" once the module's `main` has run there. A panic in
   * it arrives as the worker's `error` event.
   */
  function spawner(glue, module) {
    var url = URL.createObjectURL(new Blob([glue, WORKER], { type: 'text/javascript' }));
    workerUrls.push(url);
    return function () {
      var worker = new Worker(policy.createScriptURL(url));
      worker.postMessage(module);
      return worker;
    };
  }

  /** Calls back when the browser has nothing better to do. */
  function whenIdle(then) {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(then, { timeout: 3000 });
    else setTimeout(then, 500);
  }

  /**
   * Receives and compiles the second module, when the first screen is there or when it is first needed. Gives a function
   * that promises a worker which runs it.
   */
  function receiveReaders(answers) {
    var received = null;
    function receive() {
      received = received || Promise.all([compile(answers[0]), textOf(answers[1])]).then(function (got) {
        return spawner(got[1], got[0]);
      });
      return received;
    }
    if (answers === null) {
      return function () { return Promise.reject(new Error('emic-readers was not loaded')); };
    }
    whenIdle(function () { receive().catch(function (error) { console.warn(error); }); });
    return function () { return receive().then(function (spawn) { return spawn(); }); };
  }

  /**
   * Has the app's files kept, and hears of newer versions: the app is told by the event "emic-update", and asks with
   * `emic_use_update()` for that version, or with `emic_newest()` for whatever is newest; both load the page anew.
   */
  function keepOffline() {
    function reload() { location.reload(); }
    window.emic_use_update = window.emic_newest = reload;
    // A developer's server changes what it serves all the time.
    if (!('serviceWorker' in navigator) || !isSecureContext || forDevelopers) return;
    var container = navigator.serviceWorker;
    container.addEventListener('message', function (event) {
      if (event.data === 'emic-update-ready') {
        window.__emicUpdate = true;
        window.dispatchEvent(new Event('emic-update'));
      } else if (event.data === 'emic-reload') {
        reload();
      }
    });
    function ask(word) {
      if (!container.controller) return reload();
      container.controller.postMessage(word);
      // It may have nothing newer, or no network; then at least the page is what it would be.
      setTimeout(reload, 8000);
    }
    window.emic_use_update = function () { ask('emic-use-update'); };
    window.emic_newest = function () { ask('emic-newest'); };
    // It may have said so before anybody listened here.
    if (container.controller) container.controller.postMessage('emic-is-one-ready');
    whenIdle(function () {
      container.register(policy.createScriptURL(OFFLINE)).catch(function (error) { console.warn(error); });
    });
  }

  async function start() {
    var glue = document.querySelector('script[data-wasm]');
    var own = Promise.all([fetchOwn(glue.dataset.wasm).then(function (response) {
      forDevelopers = response.headers.has('emic-developer');
      return compile(response);
    }), fetchOwn(glue.src).then(textOf)]);
    var asked = askForReaders(own, glue.dataset.wasm);
    var got = await own;
    var module = got[0];
    var readers = await asked;
    tighten();

    /** Starts a worker that runs the app's own module. */
    window.emic_spawn_worker = spawner(got[1], module);
    /** Promises a worker that runs the second module; rejects where that could not be loaded. */
    window.emic_spawn_reader = receiveReaders(readers);

    window.addEventListener('error', function (event) { trapped(event.error); });
    window.addEventListener('unhandledrejection', function (event) { trapped(event.reason); });
    started = true;
    keepOffline();
    try {
      await wasm_bindgen({ module_or_path: module });
    } catch (error) {
      trapped(error);
      throw error;
    }
  }

  document.addEventListener('DOMContentLoaded', function () {
    if (!enough()) return cannotStart(words().old, false);
    start().catch(function (error) {
      console.error(error);
      if (!started) cannotStart(words().failed, true);
    });
  });
})();
