//! The app: what is on the page.
mod app;

fn main() {
    // The same module also runs in workers, which have no page.
    if web_sys::window().is_some() {
        yew::Renderer::<app::App>::new().render();
    }
}
