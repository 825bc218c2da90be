// The first of many in an order, without putting all into it: for words that thousands of services have, sorting those
// nobody sees takes most of the time.

/** The first `many` of a list by `compare`, in that order. */
export function best(list, many, compare) {
  if (many < 1) {
    return [];
  }
  if (list.length <= many * 4) {
    return list.slice().sort(compare).slice(0, many);
  }
  const top = [];
  for (const one of list) {
    if (top.length < many || compare(one, top[top.length - 1]) < 0) {
      top.splice(placeIn(top, one, compare), 0, one);
      if (top.length > many) top.pop();
    }
  }
  return top;
}

function placeIn(sorted, one, compare) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(one, sorted[middle]) < 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
