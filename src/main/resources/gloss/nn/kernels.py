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
