//! What screens show, computed without a browser.
