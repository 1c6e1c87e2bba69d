//! Listening on the loopback address until told to stop.

use super::{guard::Hosts, router::router, site::Site};
use crate::exit::Failure;
use std::{
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
};
use tokio::net::TcpListener;

/// Serves the screens over the store at `store` on `port` of the loopback address (0 takes a free
/// one) until the program is told to stop; `ready` hears of the address once it is open.
///
/// # Errors
/// Where the port cannot be had.
pub(crate) fn serve(
    store: PathBuf,
    port: u16,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::to("start the server", &error))?;
    runtime.block_on(listen(store, port, ready))
}

async fn listen(store: PathBuf, port: u16, ready: impl FnOnce(SocketAddr)) -> Result<(), Failure> {
    let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = TcpListener::bind(wanted).await.map_err(|error| {
        Failure::Failed(format!(
            "failed to serve on {wanted}: {error}\nhint: choose another port with --port, or 0 for \
             a free one"
        ))
    })?;
    let address = listener
        .local_addr()
        .map_err(|error| Failure::to("serve on the loopback address", &error))?;
    ready(address);
    axum::serve(listener, router(Site::over(store), Hosts::of(address)))
        .with_graceful_shutdown(told_to_stop())
        .await
        .map_err(|error| Failure::to("serve", &error))
}

/// Resolves when the person or the system asks the program to stop.
async fn told_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    // Without a signal to wait for, the server runs until it is killed.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
