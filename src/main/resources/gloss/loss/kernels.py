  def cross_entropy(self: __torch__.Kernels, logits: Tensor, labels: Tensor, smoothing: float) -> List[Tensor]:
    log_probabilities = torch.log_softmax(logits, -1)
    nll = torch.nll_loss(log_probabilities, labels, None, 2, -100)
    even = torch.neg(torch.mean(log_probabilities, [-1]).sum())
    loss = torch.add(torch.mul(nll, torch.sub(1., smoothing)), torch.mul(even, smoothing))
    return [loss, torch.detach(nll)]
  def output_cross_entropy(self: __torch__.Kernels, states: Tensor, weight: Tensor, bias: Optional[Tensor], labels: Tensor, smoothing: float, gradients: bool, dtype: int, rows: int) -> List[Tensor]:
    x = torch.detach(states)
    if torch.__isnot__(bias, None):
      shift = torch.detach(unchecked_cast(Tensor, bias))
    else:
      shift = torch.zeros([torch.size(weight, 0)], dtype=6)
    w = torch.to(torch.detach(weight), dtype)
    b = torch.to(shift, dtype)
    words = float(torch.size(weight, 0))
    states_gradient = torch.empty_like(x)
    weight_gradient = torch.zeros_like(weight)
    bias_gradient = torch.zeros_like(shift)
    nll = torch.zeros([], dtype=7)
    even = torch.zeros([], dtype=7)
    xs = torch.split(torch.to(x, dtype), rows)
    ys = torch.split(labels, rows)
    gs = torch.split(states_gradient, rows)
    for i in range(torch.len(xs)):
      part = xs[i]
      picked = torch.unsqueeze(ys[i], 1)
      scores = torch.to(torch.addmm(b, part, torch.t(w)), 6)
      logs = torch.log_softmax(scores, 1, out=scores)
      torch.sub_(nll, torch.sum(torch.gather(logs, 1, picked)))
      torch.sub_(even, torch.sum(logs))
      if gradients:
        slope = torch.sub_(torch.exp_(logs), torch.div(smoothing, words))
        torch.scatter_add_(slope, 1, picked, torch.full([torch.size(part, 0), 1], torch.sub(smoothing, 1.)))
        torch.add_(bias_gradient, torch.sum(slope, [0]))
        narrow = torch.to(slope, dtype)
        torch.copy_(gs[i], torch.mm(narrow, w))
        torch.add_(weight_gradient, torch.mm(torch.t(narrow), part))
      else:
        pass
    value = torch.to(torch.add(torch.mul(nll, torch.sub(1., smoothing)), torch.mul(even, torch.div(smoothing, words))), 6)
    carried = torch.add(torch.sum(torch.mul(states, states_gradient)), torch.sum(torch.mul(weight, weight_gradient)))
    if torch.__isnot__(bias, None):
      carrier = torch.add(carried, torch.sum(torch.mul(unchecked_cast(Tensor, bias), bias_gradient)))
    else:
      carrier = carried
    loss = torch.add(torch.sub(carrier, torch.detach(carrier)), value)
    return [loss, torch.to(nll, 6)]
