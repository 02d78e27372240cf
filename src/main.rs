//! The app: what is on the page.
mod app;

fn main() {
    yew::Renderer::<app::App>::new().render();
}
