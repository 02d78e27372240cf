//! What the app's Yew (`crates/yew`) does otherwise than Yew: all components run in one.
use std::cell::{Cell, RefCell};

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

thread_local! {
    static LOG: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
    static SHOW: RefCell<Option<UseStateSetter<bool>>> = const { RefCell::new(None) };
    static RENDERS: Cell<u32> = const { Cell::new(0) };
}

fn log(what: &'static str) {
    LOG.with_borrow_mut(|log| log.push(what));
}

#[derive(Properties, PartialEq)]
struct NameProps {
    name: AttrValue,
}

#[component]
fn One(props: &NameProps) -> Html {
    let count = use_state(|| 1);
    use_effect_with((), |()| {
        log("one begins");
        || log("one ends")
    });
    html! {
        <input aria-label={props.name.clone()} data-count={count.to_string()} />
    }
}

#[component]
fn Two(props: &NameProps) -> Html {
    // Other hooks, in another order: none of the first's may be met here.
    use_effect_with(props.name.clone(), |_| log("two begins"));
    let words = use_memo((), |()| "words".to_owned());
    html! {
        <input aria-label={props.name.clone()} data-words={(*words).clone()} />
    }
}

#[component]
fn Still(props: &NameProps) -> Html {
    RENDERS.set(RENDERS.get() + 1);
    html! {
        <p>{ props.name.clone() }</p>
    }
}

#[component]
fn Switch() -> Html {
    let two = use_state(|| false);
    SHOW.set(Some(two.setter()));
    html! {
        <div>
            <Still name="still" />
            if *two {
                <Two name="second" />
            } else {
                <One name="first" />
            }
        </div>
    }
}

async fn pause() {
    let promise = Promise::new(&mut |resolve, _| {
        gloo::utils::window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 50).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

fn input(root: &Element) -> HtmlInputElement {
    root.query_selector("input").unwrap().unwrap().unchecked_into()
}

#[wasm_bindgen_test]
async fn a_component_in_the_place_of_another_begins_anew() {
    let root = gloo::utils::document().create_element("main").unwrap();
    gloo::utils::body().append_child(&root).unwrap();
    yew::Renderer::<Switch>::with_root(root.clone()).render();
    pause().await;
    let first = input(&root);
    first.set_value("typed");
    assert_eq!(first.get_attribute("data-count").as_deref(), Some("1"));
    for (two, name) in [(true, "second"), (false, "first")] {
        SHOW.with_borrow(|show| show.as_ref().unwrap().set(two));
        pause().await;
        let now = input(&root);
        assert_eq!(now.get_attribute("aria-label").as_deref(), Some(name));
        assert_eq!(now.value(), "", "what was typed into another's field is not here");
        assert_eq!(now.has_attribute("data-words"), two);
    }
    assert_eq!(LOG.take(), ["one begins", "one ends", "two begins", "one begins"]);
    assert_eq!(RENDERS.get(), 1, "what has not changed is not rendered again");
}
