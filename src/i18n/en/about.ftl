# Help, what is new, and where data are.
help = Help
about-version-build = Version { $version }, build { $build }

# What is new
news-title = What’s new
news-unread = What’s new: version { $version }
news-version = Version { $version }
news-0-1-0-read = Texts come in as plain text or Markdown, by file or pasted; what was copied out of a PDF is tidied. They are read with their codes in the margin, each paragraph in its own direction.
news-0-1-0-code = Coding by mouse, touch or keyboard, in vivo too; a tree of themes, categories and codes; comments on quotations and on each code. Everything can be undone.
news-0-1-0-find = The quotations of a code across all documents, in their context, and out to Word, Excel or Markdown. Search over all documents, comments and codes. A scope, to look at a part only.
news-0-1-0-safe = Every change is saved as it is made. Restore points, a backup file that is written while you work, and a whole project as one file. What must not be kept can be removed for good.
news-0-1-0-alone = Emic opens without a network, and sends nothing. A project can be open in several tabs: one writes, the others follow.
news-0-1-0-learn = A sample study with a tour, in English and Arabic. Whatever can be done is found by its name, and has keys that you can change.

# Where data are
privacy-lead = Everything stays on this computer. Emic has no server of its own and no account, and nothing in it can send anything: what you bring in and write leaves this browser only when you export it.
privacy-stored = What is kept, and where
privacy-projects-indexeddb = In this browser’s database (IndexedDB), for this address only: the texts, quotations, codes and comments, the history, what can be undone, restore points, and which backup file you chose.
privacy-projects-localstorage = In this browser’s small storage (localStorage, about 5 MB), since it offers no database to this page: the texts, quotations, codes and comments, the history, what can be undone, and restore points.
privacy-projects-memory = In this page’s memory only, since the browser lets this page store nothing. When the page is closed they are gone.
privacy-app = Emic itself
privacy-app-kept = Its own files are in this browser’s cache, so that it opens without a network. Nothing of yours is in them.
privacy-app-none = Its own files are not kept here. They are loaded from { $host } each time that you open it.
privacy-prefs = Preferences
privacy-prefs-kept = In this browser’s small storage (localStorage): the language, colours, keys and layout, the name you code under, and what reminds you to export.
privacy-prefs-memory = In this page’s memory only, until it is closed.
privacy-files = Exported files
privacy-files-text = Where you put them, often among the downloads. Emic cannot see or delete them there.
privacy-room = Space used
privacy-clearing = Safe from clearing
privacy-to-backups = Copies, restore points and removing for good are under Backups
privacy-sent = What is sent
privacy-sent-text = Nothing that you do. To open Emic, the browser asks { $host } for its files, as for any page. Whoever runs that server can see that somebody at your address on the internet asked for them, and when; no more. Before Emic starts, the page closes every way out by its Content Security Policy, which the browser enforces: from then on neither Emic nor anything in a text can send or load something.
privacy-sent-limits = What no page can prevent: extensions of the browser that may read all pages, and other programs on this computer. If your material may endanger people, use a browser profile without extensions.
privacy-risk = If this computer is shared, lost or seized
privacy-risk-plain = Emic does not encrypt what it keeps. Whoever can use your account on this computer, or read its disk, can read your projects. A good password and an encrypted disk (BitLocker, FileVault, LUKS) protect them.
privacy-risk-shared = On a shared computer: when you leave, export the project to a place of your own, then delete it on the page of all projects. Take the exported file out of the downloads, too.
privacy-risk-private = A private window forgets all projects as soon as it is closed. That can be what you want; export before.
privacy-risk-deleted = What you delete within a project can be undone, so it is still stored. “Remove for good”, under Backups, takes it out of everything that this browser stores of the project.
privacy-risk-rest = Deleted data can sometimes be recovered from a disk, and backups of the whole computer may hold them as well. Against that only encryption of the disk helps.
privacy-check = See for yourself
privacy-check-text = The browser’s own tools show what this page sends and stores. The names below are those of an English browser.
privacy-chromium = In Chrome, Edge and their relatives
privacy-firefox = In Firefox
privacy-check-open = Open the developer tools: F12, or Ctrl+Shift+I (on a Mac ⌥⌘I).
privacy-check-work = Work: read, code, search, export. Nothing is added, except perhaps lines that begin with “blob:” or “data:”. Those stay inside the browser.
privacy-chromium-network = Open “Network”, tick “Preserve log”, and reload this page. What is listed are the files of Emic, all from { $host }.
privacy-chromium-offline = In the same place choose “Offline” instead of “No throttling”, and work on. Everything does what it did. Or pull the plug.
privacy-chromium-storage = Open “Application”. Under “Storage”, “IndexedDB” has the projects, “Local storage” the preferences, and “Cache storage” the files of Emic. “Cookies” has none.
privacy-chromium-clear = To remove all of Emic from this browser, projects too: “Application”, “Storage”, “Clear site data”.
privacy-firefox-network = Open “Network”, choose “Persist Logs” in the menu of the cogwheel, and reload this page. What is listed are the files of Emic, all from { $host }.
privacy-firefox-offline = In the same place choose “Offline” instead of “No Throttling”, and work on. Everything does what it did. Or pull the plug.
privacy-firefox-storage = Open “Storage”. “Indexed DB” has the projects, “Local Storage” the preferences, and “Cache Storage” the files of Emic. “Cookies” has none.
privacy-firefox-clear = To remove all of Emic from this browser, projects too: press the lock beside the address, then “Clear cookies and site data…”.
