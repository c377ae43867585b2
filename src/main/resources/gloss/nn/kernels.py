  def linear(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    return torch.linear(x, weight, bias)
  def linear_bf16(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Optional[Tensor], padding: int) -> Tensor:
    if torch.__isnot__(bias, None):
      shift = annotate(Optional[Tensor], torch.to(unchecked_cast(Tensor, bias), 15))
    else:
      shift = annotate(Optional[Tensor], None)
    rows = torch.reshape(torch.to(x, 15), [-1, torch.size(x, -1)])
    if torch.gt(padding, 0):
      below = torch.new_zeros(rows, [padding, torch.size(rows, 1)])
      padded = torch.linear(torch.cat([rows, below]), torch.to(weight, 15), shift)
      y = torch.split_with_sizes(padded, [torch.size(rows, 0), padding])[0]
    else:
      y = torch.linear(rows, torch.to(weight, 15), shift)
    return torch.reshape(y, torch.add(torch.slice(torch.size(x), 0, -1), [torch.size(weight, 0)]))
  def embed(self: __torch__.Kernels, ids: Tensor, table: Tensor, scale: float) -> Tensor:
    return torch.mul(torch.embedding(table, ids), scale)
  def embed_mean(self: __torch__.Kernels, ids: Tensor, table: Tensor, scale: float, padding: int) -> Tensor:
    counted = torch.to(torch.unsqueeze(torch.ne(ids, padding), -1), ops.prim.dtype(table))
    total = torch.sum(torch.mul(torch.embedding(table, ids), counted), [-2])
    return torch.mul(torch.div(total, torch.clamp(torch.sum(counted, [-2]), 1., None)), scale)
  def layer_norm(self: __torch__.Kernels, x: Tensor, scale: Tensor, shift: Tensor, epsilon: float) -> Tensor:
    return torch.layer_norm(x, [torch.size(x, -1)], scale, shift, epsilon)
  def dropped(self: __torch__.Kernels, rate: float) -> int:
    # How many of 256: one of the two numbers around the rate, so that it is right on average.
    exact = torch.mul(rate, 256.)
    low = int(torch.floor(exact))
    if torch.gt(torch.sub(exact, low), 0.):
      up = int(torch.lt(float(torch.rand([])), torch.sub(exact, low)))
    else:
      up = 0
    return ops.prim.min(torch.add(low, up), 255)
  def kept(self: __torch__.Kernels, like: Tensor, dropped: int) -> Tensor:
    count = torch.numel(like)
    bits = torch.random_(torch.empty([torch.floordiv(torch.add(count, 7), 8)], dtype=4), torch.sub(-9223372036854775807, 1), None)
    lanes = torch.narrow(torch.view_copy(bits, dtype=1), 0, 0, count)
    return torch.reshape(torch.ge(lanes, torch.sub(dropped, 128)), torch.size(like))
  def factors(self: __torch__.Kernels, kept: Tensor, like: Tensor, dropped: int) -> Tensor:
    return torch.mul_(torch.to(kept, ops.prim.dtype(like)), torch.div(256., torch.sub(256, dropped)))
  def noise(self: __torch__.Kernels, like: Tensor, rate: float) -> Tensor:
    dropped = (self).dropped(rate)
    return (self).factors((self).kept(like, dropped), like, dropped)
  def relu_dropout(self: __torch__.Kernels, x: Tensor, rate: float) -> Tensor:
    if torch.gt(rate, 0.):
      # One product for both, forward and backward.
      dropped = (self).dropped(rate)
      kept = torch.__and__((self).kept(x, dropped), torch.gt(torch.detach(x), 0))
      y = torch.mul(x, (self).factors(kept, x, dropped))
    else:
      y = torch.relu(x)
    return y
  def perceptron(self: __torch__.Kernels, x: Tensor, weights: List[Tensor], biases: List[Tensor], rate: float) -> Tensor:
    last = torch.sub(torch.len(weights), 1)
    y = torch.flatten(x, 1)
    for i in range(last):
      y = (self).relu_dropout(torch.linear(y, weights[i], biases[i]), rate)
    return torch.linear(y, weights[last], biases[last])
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
    both = torch.chunk(key_value, 2, -1)
    key = torch.to(both[0], 6)
    value = torch.to(both[1], 6)
    q = torch.transpose(torch.reshape(torch.to(query, 6), [rows, -1, heads, depth]), 1, 2)
    k = torch.transpose(torch.reshape(key, [rows, -1, heads, depth]), 1, 2)
    v = torch.transpose(torch.reshape(value, [rows, -1, heads, depth]), 1, 2)
    heard = torch.scaled_dot_product_attention(q, k, v, mask, rate, causal)
    return torch.reshape(torch.transpose(heard, 1, 2), [rows, -1, size])
  def rows_at(self: __torch__.Kernels, x: Tensor, positions: Tensor) -> Tensor:
    flat = torch.reshape(x, [-1, torch.size(x, -1)])
    return torch.index_select(flat, 0, positions)
  def rows_in(self: __torch__.Kernels, x: Tensor, places: Tensor) -> Tensor:
    return torch.embedding(x, places)
  def packing(self: __torch__.Kernels, mask: Tensor) -> List[Tensor]:
    flat = torch.flatten(mask)
    places = torch.clamp(torch.sub(torch.cumsum(flat, 0), 1), 0, None)
    return [torch.flatten(torch.nonzero(flat)), torch.reshape(places, [torch.size(mask, 0), -1])]
  def assign(self: __torch__.Kernels, target: Tensor, source: Tensor) -> Tensor:
    return torch.copy_(target, source)
