  def cross_entropy(self: __torch__.Kernels, logits: Tensor, labels: Tensor, smoothing: float) -> List[Tensor]:
    log_probabilities = torch.log_softmax(logits, -1)
    nll = torch.nll_loss(log_probabilities, labels, None, 2, -100)
    even = torch.neg(torch.mean(log_probabilities, [-1]).sum())
    loss = torch.add(torch.mul(nll, torch.sub(1., smoothing)), torch.mul(even, smoothing))
    return [loss, torch.detach(nll)]
