//! The app: what is on the page.
mod app;
mod i18n;
mod prefs;
mod widgets;

fn main() {
    prefs::init();
    yew::Renderer::<app::App>::new().render();
}
