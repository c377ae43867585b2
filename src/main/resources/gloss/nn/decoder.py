  def matrix(self: __torch__.Kernels, weight: Tensor) -> Tensor:
    return torch.contiguous(torch.t(weight))
  def matrix_bf16(self: __torch__.Kernels, weight: Tensor, rows: int) -> Tensor:
    return ops.mkldnn._reorder_linear_weight(torch.to(weight, 15), rows)
  def narrowed(self: __torch__.Kernels, bias: Tensor) -> Tensor:
    return torch.to(bias, 15)
  def scaled(self: __torch__.Kernels, x: Tensor, factor: float) -> Tensor:
    return torch.mul(x, factor)
  def joined(self: __torch__.Kernels, query: Tensor, key_value: Tensor, heads: int) -> Tensor:
    # Head by head its query, its key and its value.
    size = torch.size(query, 0)
    depth = torch.floordiv(size, heads)
    parts = [query, torch.narrow(key_value, 0, 0, size), torch.narrow(key_value, 0, size, size)]
    rest = torch.slice(torch.size(query), 1, 2, 1)
    apart = annotate(List[Tensor], [])
    for i in range(3):
      _0 = torch.append(apart, torch.reshape(parts[i], [heads, depth] + rest))
    return torch.reshape(torch.cat(apart, 1), [3 * size] + rest)
  def source_heads(self: __torch__.Kernels, key_value: Tensor, heads: int) -> Tensor:
    rows = torch.size(key_value, 0)
    length = torch.size(key_value, 1)
    parts = torch.permute(torch.reshape(torch.to(key_value, 6), [rows, length, 2, heads, -1]), [0, 3, 1, 2, 4])
    return torch.reshape(parts, [rows, heads, length, -1])
  def grown(self: __torch__.Kernels, cache: Tensor, slots: int) -> Tensor:
    larger = torch.empty([torch.size(cache, 0), torch.size(cache, 1), slots, torch.size(cache, 3)], dtype=6)
    _0 = torch.copy_(torch.narrow(larger, 2, 0, torch.size(cache, 2)), cache)
    return larger
  def packed(self: __torch__.Kernels, cache: Tensor, slots: Tensor, room: int) -> Tensor:
    index = torch.expand(torch.unsqueeze(torch.unsqueeze(slots, 1), 3), [-1, torch.size(cache, 1), -1, torch.size(cache, 3)])
    kept = torch.gather(cache, 2, index)
    return (self).grown(kept, torch.size(kept, 2) + room)
  def fingerprint(self: __torch__.Kernels, arrays: List[Tensor]) -> int:
    # The engine counts no change that is made without gradients, so the bits themselves are added up.
    sum = 0
    for array in arrays:
      sum = sum + int(torch.sum(torch.view_copy(array, dtype=3)))
    return sum
  def times(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    if ops.prim.is_mkldnn(weight):
      y = torch.to(ops.mkldnn._linear_pointwise(torch.to(x, 15), weight, bias, "none", annotate(List[Optional[number]], []), None), 6)
    else:
      y = torch.addmm(bias, x, weight)
    return y
  def product_bf16(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return (self).times(x, (self).matrix_bf16(weight, torch.size(x, 0)), (self).narrowed(bias))
  def apart(self: __torch__.Kernels, x: Tensor, batch: int, heads: int) -> Tensor:
    width = torch.floordiv(torch.size(x, 0), batch)
    return torch.reshape(torch.transpose(torch.view(x, [batch, width, heads, -1]), 1, 2), [batch * heads, width, -1])
  def together(self: __torch__.Kernels, x: Tensor, batch: int, heads: int) -> Tensor:
    width = torch.size(x, 1)
    return torch.reshape(torch.transpose(torch.view(x, [batch, heads, width, -1]), 1, 2), [batch * width, -1])
  def attend(self: __torch__.Kernels, query: Tensor, key_value: Tensor, mask: Optional[Tensor]) -> List[Tensor]:
    depth = torch.size(query, 2)
    key = torch.transpose(torch.narrow(key_value, 2, 0, depth), 1, 2)
    if mask is not None:
      fits = torch.baddbmm(mask, query, key)
    else:
      fits = torch.bmm(query, key)
    weights = torch.softmax(fits, -1)
    return [torch.bmm(weights, torch.narrow(key_value, 2, depth, depth)), weights]
  def shade(self: __torch__.Kernels, mask: Tensor, heads: int) -> Optional[Tensor]:
    if torch.numel(mask) > 0:
      size = torch.size(mask)
      hidden = torch.masked_fill(torch.zeros(size, dtype=6), torch.logical_not(mask), -inf)
      of_heads = torch.expand(hidden, [size[0], heads, size[2], size[3]])
      y = annotate(Optional[Tensor], torch.reshape(of_heads, [-1, size[2], size[3]]))
    else:
      y = annotate(Optional[Tensor], None)
    return y
  def norm(self: __torch__.Kernels, x: Tensor, scale: Tensor, shift: Tensor) -> Tensor:
    return torch.layer_norm(x, [torch.size(x, -1)], scale, shift, 1e-05)
  def layer(self: __torch__.Kernels, x: Tensor, w: List[Tensor], written: Tensor, source: Tensor, past: Optional[Tensor], padding: Optional[Tensor], slots: int, pre: bool) -> List[Tensor]:
    batch = torch.size(source, 0)
    heads = torch.size(source, 1)
    pair = torch.size(source, 3)
    depth = torch.floordiv(pair, 2)
    n0 = (self).norm(x, w[0], w[1]) if pre else x
    own = (self).apart((self).times(n0, w[2], w[3]), batch, heads)
    width = torch.size(own, 1)
    cache = torch.view(written, [batch * heads, -1, pair])
    _0 = torch.copy_(torch.narrow(cache, 1, slots - width, width), torch.narrow(own, 2, depth, pair))
    heard = (self).attend(torch.narrow(own, 2, 0, depth), torch.narrow(cache, 1, 0, slots), past)
    x0 = torch.add_((self).times((self).together(heard[0], batch, heads), w[4], w[5]), x)
    x1 = x0 if pre else (self).norm(x0, w[0], w[1])
    n1 = (self).norm(x1, w[6], w[7]) if pre else x1
    query = (self).apart((self).times(n1, w[8], w[9]), batch, heads)
    seen = (self).attend(query, torch.view(source, [batch * heads, -1, pair]), padding)
    x2 = torch.add_((self).times((self).together(seen[0], batch, heads), w[10], w[11]), x1)
    x3 = x2 if pre else (self).norm(x2, w[6], w[7])
    n2 = (self).norm(x3, w[12], w[13]) if pre else x3
    inner = torch.relu_((self).times(n2, w[14], w[15]))
    x4 = torch.add_((self).times(inner, w[16], w[17]), x3)
    return [x4 if pre else (self).norm(x4, w[12], w[13]), seen[1]]
  def step(self: __torch__.Kernels, tokens: Tensor, positions: Tensor, weights: List[Tensor], written: List[Tensor], sources: List[Tensor], masks: List[Tensor], places: List[Tensor], at: int, slots: int, pre: bool, watched: int, logits: bool) -> List[Tensor]:
    layers = torch.len(written)
    batch = torch.size(sources[0], 0)
    heads = torch.size(sources[0], 1)
    # Inside, the hypotheses of a source stand side by side, as many for each source.
    in_place = torch.len(places) == 0
    row_ids = torch.reshape(tokens, [-1])
    ids = row_ids if in_place else torch.index_select(row_ids, 0, places[0])
    table = weights[0]
    x = torch.add(torch.select(positions, 0, at), torch.embedding(table, ids), alpha=torch.sqrt(torch.size(table, 1)))
    past = (self).shade(masks[0], heads)
    padding = (self).shade(masks[1], heads)
    looked = annotate(List[Tensor], [])
    for i in range(layers):
      w = torch.slice(weights, i * 18 + 1, i * 18 + 19, 1)
      y = (self).layer(x, w, written[i], sources[i], past, padding, slots, pre)
      x = y[0]
      if i == watched:
        grid = torch.mean(torch.view(y[1], [batch, heads, -1, torch.size(y[1], 2)]), [1])
        _0 = torch.append(looked, torch.reshape(grid, [-1, torch.size(y[1], 2)]))
    last = torch.slice(weights, layers * 18 + 1, torch.len(weights), 1)
    out = 2 if pre else 0
    z = (self).norm(x, last[0], last[1]) if pre else x
    state = z if in_place else torch.index_select(z, 0, places[1])
    if logits:
      result = [(self).logits(state, last[out], torch.slice(last, out + 1, torch.len(last), 1))]
    else:
      result = [state]
    for of_grid in looked:
      _1 = torch.append(result, of_grid if in_place else torch.index_select(of_grid, 0, places[1]))
    return result
  def logits(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: List[Tensor]) -> Tensor:
    if torch.len(bias) > 0:
      y = (self).times(x, weight, bias[0])
    else:
      if ops.prim.is_mkldnn(weight):
        y = torch.to(ops.mkldnn._linear_pointwise(torch.to(x, 15), weight, None, "none", annotate(List[Optional[number]], []), None), 6)
      else:
        y = torch.mm(x, weight)
    return y
