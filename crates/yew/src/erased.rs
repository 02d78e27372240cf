//! The one component that runs every function component.

use std::any::{Any, TypeId};
use std::rc::Rc;

use yew::Properties;
use yew::functional::{FunctionComponent, FunctionProvider, HookContext};
use yew::html::{BaseComponent, Context, HtmlResult};
use yew::virtual_dom::{Key, VNode};

/// Which function component it is, and with what properties.
pub struct Erased {
    of: TypeId,
    run: fn(&mut HookContext, &dyn Any) -> HtmlResult,
    same: fn(&dyn Any, &dyn Any) -> bool,
    props: Rc<dyn Any>,
}

impl Erased {
    /// The component `C` with its properties.
    pub fn of<C>(props: Rc<<C as FunctionProvider>::Properties>) -> Erased
    where
        C: FunctionProvider + 'static,
        <C as FunctionProvider>::Properties: 'static,
    {
        Erased { of: TypeId::of::<C>(), run: run::<C>, same: same::<<C as FunctionProvider>::Properties>, props }
    }
}

fn run<C: FunctionProvider>(hooks: &mut HookContext, props: &dyn Any) -> HtmlResult
where
    <C as FunctionProvider>::Properties: 'static,
{
    match props.downcast_ref() {
        Some(props) => C::run(hooks, props),
        // `Erased::of` puts function and properties together.
        None => unreachable!(),
    }
}

fn same<P: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    matches!((one.downcast_ref::<P>(), other.downcast_ref::<P>()), (Some(one), Some(other)) if one == other)
}

impl PartialEq for Erased {
    fn eq(&self, other: &Erased) -> bool {
        self.of == other.of && (Rc::ptr_eq(&self.props, &other.props) || (self.same)(&*self.props, &*other.props))
    }
}

impl Properties for Erased {
    type Builder = ();

    // Made by `Erased::of`, never by a macro.
    fn builder() {}
}

/// The component itself.
pub struct Runner {
    hooks: FunctionComponent<Runner>,
    /// How many components have run here before.
    turn: usize,
}

impl FunctionProvider for Runner {
    type Properties = Erased;

    fn run(hooks: &mut HookContext, props: &Erased) -> HtmlResult {
        (props.run)(hooks, &*props.props)
    }
}

impl BaseComponent for Runner {
    type Message = ();
    type Properties = Erased;

    fn create(ctx: &Context<Self>) -> Self {
        Runner { hooks: FunctionComponent::new(ctx), turn: 0 }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Erased) -> bool {
        if old.of != ctx.props().of {
            // Another component in the place of this one: nothing of it stays.
            self.hooks.destroy();
            self.hooks = FunctionComponent::new(ctx);
            self.turn += 1;
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> HtmlResult {
        let mut html = self.hooks.render(ctx.props())?;
        if self.turn > 0
            && let VNode::VTag(tag) = &mut html
        {
            // Nor do its elements: under another key they are made anew.
            let tag = Rc::make_mut(tag);
            tag.key.get_or_insert_with(|| Key::from(format!("turn-{}", self.turn)));
        }
        Ok(html)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.hooks.rendered();
    }

    fn destroy(&mut self, _: &Context<Self>) {
        self.hooks.destroy();
    }

    fn prepare_state(&self) -> Option<String> {
        self.hooks.prepare_state()
    }
}
