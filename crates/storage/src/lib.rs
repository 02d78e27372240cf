//! How a project is kept: journal, snapshots, recovery, over any container of bytes.
