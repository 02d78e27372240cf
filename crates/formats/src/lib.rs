//! Every file in and out.
