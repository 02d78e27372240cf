//! Every file in and out.

pub mod project;
