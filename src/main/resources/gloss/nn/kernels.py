class Kernels(Module):
  __parameters__ = []
  __buffers__ = []
  def nothing(self: __torch__.Kernels) -> Optional[Tensor]:
    return None
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
  def cross_entropy(self: __torch__.Kernels, logits: Tensor, labels: Tensor, smoothing: float) -> List[Tensor]:
    log_probabilities = torch.log_softmax(logits, -1)
    nll = torch.nll_loss(log_probabilities, labels, None, 2, -100)
    even = torch.neg(torch.mean(log_probabilities, [-1]).sum())
    loss = torch.add(torch.mul(nll, torch.sub(1., smoothing)), torch.mul(even, smoothing))
    return [loss, torch.detach(nll)]
  def log_softmax_top(self: __torch__.Kernels, logits: Tensor, count: int) -> List[Tensor]:
    values, ids = torch.topk(torch.log_softmax(logits, -1), count, -1, True, True)
    return [values, ids]
  def scale_gradients(self: __torch__.Kernels, gradients: List[Tensor], count: float, clip: float) -> Tensor:
    norms = torch._foreach_norm(gradients, 2.)
    norm = torch.div(torch.norm(torch.stack(norms)), count)
    factor = torch.clamp(torch.mul(torch.reciprocal(torch.add(norm, 1e-06)), clip), None, 1.)
    torch._foreach_mul_(gradients, torch.div(factor, count))
    return norm
  def zero(self: __torch__.Kernels, arrays: List[Tensor]) -> Tensor:
    torch._foreach_zero_(arrays)
    return arrays[0]
  def adam_w(self: __torch__.Kernels, weights: List[Tensor], gradients: List[Tensor], means: List[Tensor], squares: List[Tensor], steps: List[Tensor], rate: float, beta1: float, beta2: float, decay: float, epsilon: float) -> Tensor:
    torch._foreach_add_(steps, 1)
    torch._fused_adamw_(weights, gradients, means, squares, annotate(List[Tensor], []), steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False)
    return weights[0]
  def assign(self: __torch__.Kernels, target: Tensor, source: Tensor) -> Tensor:
    return torch.copy_(target, source)
