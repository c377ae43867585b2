  def linear(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    return torch.linear(x, weight, bias)
  def embed(self: __torch__.Kernels, ids: Tensor, table: Tensor, scale: float) -> Tensor:
    return torch.mul(torch.embedding(table, ids), scale)
  def layer_norm(self: __torch__.Kernels, x: Tensor, scale: Tensor, shift: Tensor, epsilon: float) -> Tensor:
    return torch.layer_norm(x, [torch.size(x, -1)], scale, shift, epsilon)
  def relu_dropout(self: __torch__.Kernels, x: Tensor, rate: float) -> Tensor:
    return torch.dropout(torch.relu(x), rate, torch.gt(rate, 0.))
  def dropout(self: __torch__.Kernels, x: Tensor, rate: float) -> Tensor:
    return torch.dropout(x, rate, True)
  def add_dropout(self: __torch__.Kernels, residual: Tensor, x: Tensor, rate: float) -> Tensor:
    return torch.add(residual, torch.dropout(x, rate, torch.gt(rate, 0.)))
  def add(self: __torch__.Kernels, a: Tensor, b: Tensor) -> Tensor:
    return torch.add(a, b)
  def concatenate(self: __torch__.Kernels, a: Tensor, b: Tensor) -> Tensor:
    return torch.cat([a, b], 1)
  def select(self: __torch__.Kernels, x: Tensor, rows: Tensor) -> Tensor:
    return torch.index_select(x, 0, rows)
  def attention(self: __torch__.Kernels, query: Tensor, key_value: Tensor, mask: Optional[Tensor], heads: int, rate: float, causal: bool) -> Tensor:
    rows = torch.size(query, 0)
    size = torch.size(query, -1)
    depth = torch.floordiv(size, heads)
    key = torch.narrow(key_value, -1, 0, size)
    value = torch.narrow(key_value, -1, size, size)
    q = torch.transpose(torch.reshape(query, [rows, -1, heads, depth]), 1, 2)
    k = torch.transpose(torch.reshape(key, [rows, -1, heads, depth]), 1, 2)
    v = torch.transpose(torch.reshape(value, [rows, -1, heads, depth]), 1, 2)
    heard = torch.scaled_dot_product_attention(q, k, v, mask, rate, causal)
    return torch.reshape(torch.transpose(heard, 1, 2), [rows, -1, size])
  def rows_at(self: __torch__.Kernels, x: Tensor, positions: Tensor) -> Tensor:
    flat = torch.reshape(x, [-1, torch.size(x, -1)])
    return torch.index_select(flat, 0, positions)
  def log_softmax_top(self: __torch__.Kernels, logits: Tensor, count: int) -> List[Tensor]:
    values, ids = torch.topk(torch.log_softmax(logits, -1), count, -1, True, True)
    return [values, ids]
  def assign(self: __torch__.Kernels, target: Tensor, source: Tensor) -> Tensor:
    return torch.copy_(target, source)
