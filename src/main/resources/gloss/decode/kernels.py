  def mixture(self: __torch__.Kernels, logits: List[Tensor]) -> Tensor:
    parts = annotate(List[Tensor], [])
    for i in range(torch.len(logits)):
      _0 = torch.append(parts, torch.log_softmax(logits[i], -1))
    return torch.sub(torch.logsumexp(torch.stack(parts), [0]), torch.log(torch.len(logits)))
  def draw(self: __torch__.Kernels, x: Tensor, temperature: float, top_k: int, top_p: float, uniforms: List[float]) -> List[Tensor]:
    scaled = torch.div(x, temperature)
    columns = torch.size(x, 1)
    if torch.gt(top_k, 0):
      kept = ops.prim.min(top_k, columns)
    else:
      kept = columns
    if torch.__and__(torch.eq(kept, columns), torch.eq(top_p, 1.)):
      ids = torch.expand(torch.arange(columns), [torch.size(x, 0), -1])
      p = torch.softmax(scaled, -1)
    else:
      values, ids0 = torch.topk(scaled, kept, -1, True, True)
      ids = ids0
      p0 = torch.softmax(values, -1)
      before = torch.sub(torch.cumsum(p0, -1), p0)
      p = torch.masked_fill(p0, torch.ge(before, top_p), 0.)
    cumulated = torch.cumsum(p, -1)
    goal = torch.mul(torch.unsqueeze(torch.tensor(uniforms, dtype=6), 1), torch.narrow(cumulated, 1, -1, 1))
    place = torch.sum(torch.le(cumulated, goal), [1], True)
    last = torch.sub(torch.sum(torch.gt(p, 0.), [1], True), 1)
    chosen = torch.gather(ids, 1, torch.minimum(place, last))
    return [torch.gather(x, 1, chosen), chosen]
  def log_probabilities(self: __torch__.Kernels, logits: Tensor) -> Tensor:
    return torch._log_softmax(logits, -1, False, out=logits)
  def changed(self: __torch__.Kernels, logits: Tensor, asked: List[int], banned: List[int], discouraged: List[int], discouragement: float) -> List[Tensor]:
    x = (self).log_probabilities(logits)
    flat = torch.view(x, [-1])
    result = [x]
    if torch.len(asked) > 0:
      _0 = torch.append(result, torch.index_select(flat, 0, torch.tensor(asked, dtype=4)))
    if torch.len(discouraged) > 0:
      cells = torch.tensor(discouraged, dtype=4)
      _1 = torch.index_copy_(flat, 0, cells, torch.index_select(flat, 0, cells) * discouragement)
    if torch.len(banned) > 0:
      _2 = torch.index_fill_(flat, 0, torch.tensor(banned, dtype=4), -inf)
    return result
  def drawn(self: __torch__.Kernels, logits: Tensor, asked: List[int], banned: List[int], discouraged: List[int], discouragement: float, temperature: float, top_k: int, top_p: float, uniforms: List[float]) -> List[Tensor]:
    x = (self).changed(logits, asked, banned, discouraged, discouragement)
    return (self).draw(x[0], temperature, top_k, top_p, uniforms) + torch.slice(x, 1, torch.len(x), 1)
  def forced(self: __torch__.Kernels, logits: Tensor, labels: Tensor) -> Tensor:
    return torch.squeeze(torch.gather(torch.log_softmax(logits, -1), 1, torch.unsqueeze(labels, 1)), 1)
  def cut(self: __torch__.Kernels, values: Tensor, rows: Tensor) -> Tensor:
    some = torch.index_select(values, 0, rows)
    return torch.contiguous(torch.t(some)) if torch.dim(some) == 2 else some
  def cut_logits(self: __torch__.Kernels, states: Tensor, layer: List[Tensor], hidden: Tensor, sources: Tensor) -> Tensor:
    y = torch.mm(states, layer[0])
    if torch.len(layer) > 1:
      y = torch.add_(y, layer[1])
    return torch.masked_fill_(y, torch.index_select(hidden, 0, sources), -inf)
