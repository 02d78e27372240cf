//! The app: what is on the page.
mod actions;
mod app;
mod i18n;
mod panic;
mod persist;
mod platform;
mod prefs;
mod replica;
mod route;
mod screens;
mod session;
mod store;
mod tour;
mod widgets;
mod worker;

fn main() {
    panic::install();
    // The same module also runs in workers, which have no page.
    if web_sys::window().is_some() {
        prefs::init();
        screens::about::note_first_visit();
        yew::Renderer::<app::App>::new().render();
    } else {
        replica::serve();
    }
}
