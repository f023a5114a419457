/* For processes that run more than one program: when has one of them ended? */

/** Whether more holds the event loop than what did before. */
export function isHeldBeyond(before) {
  const rest = [...before];
  return process.getActiveResourcesInfo().some((resource) => {
    const index = rest.indexOf(resource);
    if (index !== -1) rest.splice(index, 1);
    return index === -1;
  });
}

export function pause() {
  return new Promise((resolve) => {
    setTimeout(resolve, 2);
  });
}
