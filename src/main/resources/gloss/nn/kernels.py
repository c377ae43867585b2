  def linear(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    return torch.linear(x, weight, bias)
  def linear_bf16(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    if torch.__isnot__(bias, None):
      shift = annotate(Optional[Tensor], torch.to(unchecked_cast(Tensor, bias), 15))
    else:
      shift = annotate(Optional[Tensor], None)
    return torch.linear(torch.to(x, 15), torch.to(weight, 15), shift)
  def embed(self: __torch__.Kernels, ids: Tensor, table: Tensor, scale: float) -> Tensor:
    return torch.mul(torch.embedding(table, ids), scale)
  def layer_norm(self: __torch__.Kernels, x: Tensor, scale: Tensor, shift: Tensor, epsilon: float) -> Tensor:
    return torch.layer_norm(x, [torch.size(x, -1)], scale, shift, epsilon)
  def noise(self: __torch__.Kernels, like: Tensor, rate: float) -> Tensor:
    count = torch.numel(like)
    bits = torch.random_(torch.empty([torch.floordiv(torch.add(count, 3), 4)], dtype=4), torch.sub(-9223372036854775807, 1), None)
    lanes = torch.narrow(torch.view_copy(bits, dtype=2), 0, 0, count)
    threshold = torch.sub(int(torch.round(torch.mul(rate, 65536.))), 32768)
    kept = torch.to(torch.ge(lanes, threshold), ops.prim.dtype(like))
    return torch.mul_(torch.reshape(kept, torch.size(like)), torch.div(1., torch.sub(1., rate)))
  def relu_dropout(self: __torch__.Kernels, x: Tensor, rate: float) -> Tensor:
    y = torch.relu(x)
    if torch.gt(rate, 0.):
      z = torch.mul(y, (self).noise(y, rate))
    else:
      z = y
    return z
  def dropout(self: __torch__.Kernels, x: Tensor, rate: float) -> Tensor:
    return torch.mul(x, (self).noise(x, rate))
  def add_dropout(self: __torch__.Kernels, residual: Tensor, x: Tensor, rate: float) -> Tensor:
    y = torch.to(x, 6)
    if torch.gt(rate, 0.):
      z = torch.addcmul(residual, y, (self).noise(y, rate))
    else:
      z = torch.add(residual, y)
    return z
  def add(self: __torch__.Kernels, a: Tensor, b: Tensor) -> Tensor:
    return torch.add(a, b)
  def select(self: __torch__.Kernels, x: Tensor, rows: Tensor) -> Tensor:
    return torch.index_select(x, 0, rows)
  def attention(self: __torch__.Kernels, query: Tensor, key_value: Tensor, mask: Optional[Tensor], heads: int, rate: float, causal: bool) -> Tensor:
    rows = torch.size(query, 0)
    size = torch.size(query, -1)
    depth = torch.floordiv(size, heads)
    key = torch.to(torch.narrow(key_value, -1, 0, size), 6)
    value = torch.to(torch.narrow(key_value, -1, size, size), 6)
    q = torch.transpose(torch.reshape(torch.to(query, 6), [rows, -1, heads, depth]), 1, 2)
    k = torch.transpose(torch.reshape(key, [rows, -1, heads, depth]), 1, 2)
    v = torch.transpose(torch.reshape(value, [rows, -1, heads, depth]), 1, 2)
    heard = torch.scaled_dot_product_attention(q, k, v, mask, rate, causal)
    return torch.reshape(torch.transpose(heard, 1, 2), [rows, -1, size])
  def rows_at(self: __torch__.Kernels, x: Tensor, positions: Tensor) -> Tensor:
    flat = torch.reshape(x, [-1, torch.size(x, -1)])
    return torch.index_select(flat, 0, positions)
  def assign(self: __torch__.Kernels, target: Tensor, source: Tensor) -> Tensor:
    return torch.copy_(target, source)
  def times(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    if ops.prim.is_mkldnn(weight):
      y = ops.mkldnn._linear_pointwise(x, weight, bias, "none", annotate(List[Optional[number]], []), None)
    else:
      y = torch.linear(x, weight, bias)
    return y
  def prepared(self: __torch__.Kernels, weight: Tensor, rows: int) -> Tensor:
    return ops.mkldnn._reorder_linear_weight(weight, rows)
  def heads_of(self: __torch__.Kernels, x: Tensor, heads: int) -> Tensor:
    return torch.transpose(torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), heads, -1]), 1, 2)
  def attend(self: __torch__.Kernels, query: Tensor, key_value: Tensor, mask: Optional[Tensor], heads: int) -> Tensor:
    size = torch.size(query, -1)
    q = (self).heads_of(query, heads)
    k = (self).heads_of(torch.narrow(key_value, -1, 0, size), heads)
    v = (self).heads_of(torch.narrow(key_value, -1, size, size), heads)
    heard = torch.scaled_dot_product_attention(q, k, v, mask, 0., False)
    return torch.reshape(torch.transpose(heard, 1, 2), [-1, size])
  def looked(self: __torch__.Kernels, query: Tensor, key_value: Tensor, mask: Optional[Tensor], heads: int) -> Tensor:
    size = torch.size(query, -1)
    q = (self).heads_of(query, heads)
    k = (self).heads_of(torch.narrow(key_value, -1, 0, size), heads)
    depth = torch.floordiv(size, heads)
    fits = torch.div(torch.matmul(q, torch.transpose(k, 2, 3)), torch.sqrt(depth))
    if torch.__isnot__(mask, None):
      shown = torch.add(fits, unchecked_cast(Tensor, mask))
    else:
      shown = fits
    weights = torch.softmax(shown, -1)
    return torch.reshape(torch.mean(weights, [1]), [-1, torch.size(key_value, 1)])
  def placed(self: __torch__.Kernels, x: Tensor, places: Optional[Tensor]) -> Tensor:
    if torch.__isnot__(places, None):
      y = torch.index_select(x, 0, unchecked_cast(Tensor, places))
    else:
      y = x
    return y
  def shade(self: __torch__.Kernels, mask: Tensor) -> Optional[Tensor]:
    if torch.gt(torch.numel(mask), 0):
      hidden = torch.masked_fill(torch.zeros(torch.size(mask), dtype=6), torch.logical_not(mask), float("-inf"))
      y = annotate(Optional[Tensor], hidden)
    else:
      y = annotate(Optional[Tensor], None)
    return y
  def decoder_layer(self: __torch__.Kernels, x: Tensor, w: List[Tensor], cache: Tensor, source: Tensor, past: Optional[Tensor], padding: Optional[Tensor], grid: Optional[Tensor], back: Optional[Tensor], heads: int, slots: int, pre: bool, watched: bool) -> List[Tensor]:
    size = torch.size(x, 1)
    batch = torch.size(source, 0)
    if pre:
      n = (self).layer_norm(x, w[0], w[1], 1.0000000000000001e-05)
    else:
      n = x
    qkv = (self).placed((self).times(n, w[2], w[3]), grid)
    width = torch.floordiv(torch.size(qkv, 0), batch)
    qkv0 = torch.reshape(qkv, [batch, width, -1])
    _0 = torch.copy_(torch.narrow(cache, 1, torch.sub(slots, width), width), torch.narrow(qkv0, 2, size, torch.mul(size, 2)))
    heard = (self).attend(torch.narrow(qkv0, 2, 0, size), torch.narrow(cache, 1, 0, slots), past, heads)
    x0 = torch.add(x, (self).times((self).placed(heard, back), w[4], w[5]))
    if pre:
      x1 = x0
      n0 = (self).layer_norm(x0, w[6], w[7], 1.0000000000000001e-05)
    else:
      x1 = (self).layer_norm(x0, w[0], w[1], 1.0000000000000001e-05)
      n0 = x1
    query = torch.reshape((self).placed((self).times(n0, w[8], w[9]), grid), [batch, width, size])
    seen = (self).attend(query, source, padding, heads)
    x2 = torch.add(x1, (self).times((self).placed(seen, back), w[10], w[11]))
    if pre:
      x3 = x2
      n1 = (self).layer_norm(x2, w[12], w[13], 1.0000000000000001e-05)
    else:
      x3 = (self).layer_norm(x2, w[6], w[7], 1.0000000000000001e-05)
      n1 = x3
    inner = torch.relu_((self).times(n1, w[14], w[15]))
    x4 = torch.add(x3, (self).times(inner, w[16], w[17]))
    if pre:
      x5 = x4
    else:
      x5 = (self).layer_norm(x4, w[12], w[13], 1.0000000000000001e-05)
    result = [x5]
    if watched:
      _1 = torch.append(result, (self).placed((self).looked(query, source, padding, heads), back))
    return result
  def decoder_step(self: __torch__.Kernels, tokens: Tensor, position: Tensor, weights: List[Tensor], caches: List[Tensor], sources: List[Tensor], masks: List[Tensor], places: List[Tensor], heads: int, slots: int, pre: bool, watched: int, logits: bool) -> List[Tensor]:
    layers = torch.len(caches)
    table = weights[torch.mul(layers, 18)]
    size = torch.size(table, 1)
    x = torch.add(torch.mul(torch.embedding(table, tokens), torch.sqrt(size)), position)
    if torch.gt(torch.len(places), 0):
      grid = annotate(Optional[Tensor], places[0])
      back = annotate(Optional[Tensor], places[1])
    else:
      grid = annotate(Optional[Tensor], None)
      back = annotate(Optional[Tensor], None)
    past = (self).shade(masks[0])
    padding = (self).shade(masks[1])
    looked = annotate(List[Tensor], [])
    for i in range(layers):
      w = torch.slice(weights, torch.mul(i, 18), torch.mul(torch.add(i, 1), 18), 1)
      step = (self).decoder_layer(x, w, caches[i], sources[i], past, padding, grid, back, heads, slots, pre, torch.eq(i, watched))
      x = step[0]
      if torch.eq(i, watched):
        _0 = torch.append(looked, step[1])
    last = torch.slice(weights, torch.add(torch.mul(layers, 18), 1), torch.len(weights), 1)
    if pre:
      y = (self).layer_norm(x, last[0], last[1], 1.0000000000000001e-05)
      out = 2
    else:
      y = x
      out = 0
    if torch.gt(torch.sub(torch.len(last), out), 1):
      bias = annotate(Optional[Tensor], last[torch.add(out, 1)])
    else:
      bias = annotate(Optional[Tensor], None)
    if logits:
      z = (self).times(y, last[out], bias)
    else:
      z = y
    result = [z]
    if torch.gt(torch.len(looked), 0):
      _1 = torch.append(result, looked[0])
    return result
  def grown(self: __torch__.Kernels, cache: Tensor, slots: int) -> Tensor:
    larger = torch.empty([torch.size(cache, 0), slots, torch.size(cache, 2)], dtype=6)
    _0 = torch.copy_(torch.narrow(larger, 1, 0, torch.size(cache, 1)), cache)
    return larger
  def packed(self: __torch__.Kernels, cache: Tensor, slots: Tensor, room: int) -> Tensor:
    kept = torch.gather(cache, 1, torch.expand(torch.unsqueeze(slots, 2), [-1, -1, torch.size(cache, 2)]))
    return (self).grown(kept, torch.add(torch.size(kept, 1), room))
  def joined(self: __torch__.Kernels, weights: List[Tensor]) -> Tensor:
    return torch.cat(weights, 0)
