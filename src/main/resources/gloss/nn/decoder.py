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
    return torch.transpose(torch.view(x, [batch, torch.floordiv(torch.size(x, 0), batch), heads, -1]), 1, 2)
  def attend(self: __torch__.Kernels, query: Tensor, key_value: Tensor, mask: Optional[Tensor]) -> Tensor:
    # Queries (batch, heads, width, depth or more), of which the first are meant; see shade for the mask.
    depth = torch.floordiv(torch.size(key_value, 3), 2)
    q = torch.narrow(query, 3, 0, depth)
    heard, _0 = torch._scaled_dot_product_flash_attention_for_cpu(q, torch.narrow(key_value, 3, 0, depth), torch.narrow(key_value, 3, depth, depth), 0., False, attn_mask=mask, scale=1.)
    return torch.reshape(torch.transpose(heard, 1, 2), [torch.size(q, 0) * torch.size(q, 2), -1])
  def looked(self: __torch__.Kernels, query: Tensor, key_value: Tensor, mask: Optional[Tensor]) -> Tensor:
    # Where attention looks, the mean of the heads: (rows, source).
    depth = torch.floordiv(torch.size(key_value, 3), 2)
    fits = torch.matmul(query, torch.transpose(torch.narrow(key_value, 3, 0, depth), 2, 3))
    if mask is not None:
      fits0 = torch.add(fits, mask)
    else:
      fits0 = fits
    return torch.reshape(torch.mean(torch.softmax(fits0, -1), [1]), [-1, torch.size(key_value, 2)])
  def shade(self: __torch__.Kernels, mask: Tensor) -> Optional[Tensor]:
    if torch.numel(mask) > 0:
      y = annotate(Optional[Tensor], torch.masked_fill(torch.zeros(torch.size(mask), dtype=6), torch.logical_not(mask), -inf))
    else:
      y = annotate(Optional[Tensor], None)
    return y
  def norm(self: __torch__.Kernels, x: Tensor, scale: Tensor, shift: Tensor) -> Tensor:
    return torch.layer_norm(x, [torch.size(x, -1)], scale, shift, 1e-05)
  def layer(self: __torch__.Kernels, x: Tensor, w: List[Tensor], written: Tensor, source: Tensor, past: Optional[Tensor], padding: Optional[Tensor], slots: int, pre: bool, watched: bool) -> List[Tensor]:
    batch = torch.size(source, 0)
    heads = torch.size(source, 1)
    pair = torch.size(source, 3)
    depth = torch.floordiv(pair, 2)
    n0 = (self).norm(x, w[0], w[1]) if pre else x
    own = (self).apart((self).times(n0, w[2], w[3]), batch, heads)
    width = torch.size(own, 2)
    _0 = torch.copy_(torch.narrow(written, 2, slots - width, width), torch.narrow(own, 3, depth, pair))
    heard = (self).attend(own, torch.narrow(written, 2, 0, slots), past)
    x0 = torch.add_((self).times(heard, w[4], w[5]), x)
    x1 = x0 if pre else (self).norm(x0, w[0], w[1])
    n1 = (self).norm(x1, w[6], w[7]) if pre else x1
    query = (self).apart((self).times(n1, w[8], w[9]), batch, heads)
    x2 = torch.add_((self).times((self).attend(query, source, padding), w[10], w[11]), x1)
    x3 = x2 if pre else (self).norm(x2, w[6], w[7])
    n2 = (self).norm(x3, w[12], w[13]) if pre else x3
    inner = torch.relu_((self).times(n2, w[14], w[15]))
    x4 = torch.add_((self).times(inner, w[16], w[17]), x3)
    result = [x4 if pre else (self).norm(x4, w[12], w[13])]
    if watched:
      _1 = torch.append(result, (self).looked(query, source, padding))
    return result
  def step(self: __torch__.Kernels, tokens: Tensor, positions: Tensor, weights: List[Tensor], written: List[Tensor], sources: List[Tensor], masks: List[Tensor], places: List[Tensor], at: int, slots: int, pre: bool, watched: int, logits: bool) -> List[Tensor]:
    layers = torch.len(written)
    # Inside, the hypotheses of a source stand side by side, as many for each source.
    in_place = torch.len(places) == 0
    row_ids = torch.reshape(tokens, [-1])
    ids = row_ids if in_place else torch.index_select(row_ids, 0, places[0])
    table = weights[0]
    x = torch.add(torch.select(positions, 0, at), torch.embedding(table, ids), alpha=torch.sqrt(torch.size(table, 1)))
    past = (self).shade(masks[0])
    padding = (self).shade(masks[1])
    looked = annotate(List[Tensor], [])
    for i in range(layers):
      w = torch.slice(weights, i * 18 + 1, i * 18 + 19, 1)
      y = (self).layer(x, w, written[i], sources[i], past, padding, slots, pre, i == watched)
      x = y[0]
      looked = looked + torch.slice(y, 1, torch.len(y), 1)
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
