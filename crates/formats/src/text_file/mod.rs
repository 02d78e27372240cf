//! A text file in.
