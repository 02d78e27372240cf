//! What `html!` makes of a component.

use std::fmt;
use std::rc::Rc;

use yew::functional::FunctionProvider;
use yew::html::{ChildrenRenderer, ImplicitClone, IntoPropValue};
use yew::virtual_dom::{Key, VComp, VNode};

use crate::erased::{Erased, Runner};

/// A component with its properties, as it stands in `html!`.
pub struct VChild<C: FunctionProvider> {
    /// Its properties.
    pub props: Rc<<C as FunctionProvider>::Properties>,
    key: Option<Key>,
}

impl<C: FunctionProvider> VChild<C> {
    /// A component.
    pub fn new(props: <C as FunctionProvider>::Properties, key: Option<Key>) -> Self {
        VChild { props: Rc::new(props), key }
    }
}

impl<C: FunctionProvider> ImplicitClone for VChild<C> {}

impl<C: FunctionProvider> Clone for VChild<C> {
    fn clone(&self) -> Self {
        VChild { props: Rc::clone(&self.props), key: self.key.clone() }
    }
}

impl<C: FunctionProvider> PartialEq for VChild<C> {
    fn eq(&self, other: &Self) -> bool {
        self.props == other.props
    }
}

impl<C: FunctionProvider> fmt::Debug for VChild<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VChild<_>")
    }
}

/// One function for all: what is made of a component for each type is kept small.
fn node(erased: Erased, key: Option<Key>) -> VNode {
    VNode::from(VComp::new::<Runner>(Rc::new(erased), key))
}

impl<C> From<VChild<C>> for VNode
where
    C: FunctionProvider + 'static,
    <C as FunctionProvider>::Properties: 'static,
{
    fn from(child: VChild<C>) -> VNode {
        node(Erased::of::<C>(child.props), child.key)
    }
}

impl<C> IntoPropValue<VNode> for VChild<C>
where
    C: FunctionProvider + 'static,
    <C as FunctionProvider>::Properties: 'static,
{
    fn into_prop_value(self) -> VNode {
        self.into()
    }
}

impl<C> IntoPropValue<ChildrenRenderer<VNode>> for VChild<C>
where
    C: FunctionProvider + 'static,
    <C as FunctionProvider>::Properties: 'static,
{
    fn into_prop_value(self) -> ChildrenRenderer<VNode> {
        ChildrenRenderer::new(vec![self.into()])
    }
}
